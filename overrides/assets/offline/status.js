// @ts-check
// Where the site is kept on devices: says calmly when there is no network.

/** @param {HTMLElement} line */
function watch(line) {
  const { cached } = document.documentElement.dataset; // the worker's mark on a page that did not come from the host
  const say = (/** @type {boolean} */ isOffline) => {
    const message = isOffline || cached !== undefined ? (line.dataset.offline ?? "") : "";
    line.textContent = cached ? (line.dataset.cached ?? "").replace("{date}", cached) : message;
  };
  addEventListener("online", () => say(false));
  addEventListener("offline", () => say(true));
  say(false);
}

for (const line of document.querySelectorAll('[data-component="offline-notice"]')) watch(/** @type {HTMLElement} */ (line));
