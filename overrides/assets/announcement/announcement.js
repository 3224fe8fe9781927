// @ts-check
// Stands in the page, right behind the announcements, so that nothing moves: what has ended or was dismissed is gone
// before anything is drawn. The pages that load no other script have it too.
(() => {
  const KEY = "dismissed";
  const region = /** @type {HTMLElement} */ (document.currentScript?.previousElementSibling);
  const all = /** @type {HTMLElement[]} */ ([...region.querySelectorAll("[data-announcement]")]);

  /** @returns {Record<string, string>} the hash of what was dismissed, by id */
  const dismissed = () => {
    try {
      return Object(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
    } catch {
      return {}; // this browser keeps nothing, or something else
    }
  };

  const look = () => {
    const now = Date.now();
    const gone = dismissed();
    for (const one of all) {
      const { announcement = "", hash, from = "", until = "", dismissible } = one.dataset;
      const isGone = dismissible !== undefined && gone[announcement] === hash;
      one.hidden = one.dataset.closed !== undefined || isGone || now < Date.parse(from) || now >= Date.parse(until);
    }
    region.hidden = all.every((one) => one.hidden);
  };

  for (const one of all) {
    const button = one.querySelector("button");
    if (!button) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      one.dataset.closed = "";
      try {
        const { announcement = "", hash = "" } = one.dataset;
        localStorage.setItem(KEY, JSON.stringify({ ...dismissed(), [announcement]: hash }));
      } catch {
        // it stays away on this page, then
      }
      look();
      const main = document.getElementById("content");
      main?.setAttribute("tabindex", "-1");
      main?.focus({ preventScroll: true });
    });
  }
  look();
  setInterval(() => {
    if (all.some((one) => !one.hidden && Date.now() >= Date.parse(one.dataset.until ?? ""))) look();
  }, 30000);
})();
