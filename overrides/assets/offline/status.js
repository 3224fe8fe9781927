// @ts-check
// Where the site is kept on devices: says calmly when there is no network.

/** @param {HTMLElement} line */
function watch(line) {
  const { kept } = document.documentElement.dataset; // the worker's mark on a page that did not come from the host
  const say = (/** @type {boolean} */ isAway) => {
    const away = isAway || kept !== undefined ? (line.dataset.away ?? "") : "";
    line.textContent = kept ? (line.dataset.kept ?? "").replace("{date}", kept) : away;
  };
  addEventListener("online", () => say(false));
  addEventListener("offline", () => say(true));
  say(false);
}

for (const line of document.querySelectorAll('[data-component="offline"]')) watch(/** @type {HTMLElement} */ (line));
