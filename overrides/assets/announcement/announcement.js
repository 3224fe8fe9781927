// @ts-check
// Inlined right after the announcements, so that those that ended or were dismissed are gone before anything is painted
// and nothing moves. Pages that load no other script have it too.
(() => {
  const STORAGE_KEY = "dismissed";
  const CHECK_INTERVAL = 30000; // milliseconds
  const region = /** @type {HTMLElement} */ (document.currentScript?.previousElementSibling);
  const announcements = /** @type {HTMLElement[]} */ ([...region.querySelectorAll("[data-announcement]")]);

  /** @returns {Record<string, string>} the hash of each dismissed announcement, by its id */
  const readDismissed = () => {
    try {
      return Object(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "{}"));
    } catch {
      return {}; // the browser stores nothing, or something else is stored
    }
  };

  const update = () => {
    const now = Date.now();
    const dismissed = readDismissed();
    for (const announcement of announcements) {
      const { announcement: id = "", hash, from = "", until = "", dismissible, closed } = announcement.dataset;
      const isDismissed = closed !== undefined || (dismissible !== undefined && dismissed[id] === hash);
      announcement.hidden = isDismissed || now < Date.parse(from) || now >= Date.parse(until);
    }
    region.hidden = announcements.every(({ hidden }) => hidden);
  };

  for (const announcement of announcements) {
    const button = announcement.querySelector("button");
    if (!button) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      announcement.dataset.closed = "";
      try {
        const { announcement: id = "", hash = "" } = announcement.dataset;
        localStorage.setItem(STORAGE_KEY, JSON.stringify({ ...readDismissed(), [id]: hash }));
      } catch {
        // it stays closed on this page only
      }
      update();
      const main = document.getElementById("content");
      main?.setAttribute("tabindex", "-1");
      main?.focus({ preventScroll: true });
    });
  }
  update();
  region.dataset.checked = "";
  setInterval(() => {
    const now = Date.now();
    if (announcements.some(({ hidden, dataset }) => !hidden && now >= Date.parse(dataset.until ?? ""))) update();
  }, CHECK_INTERVAL);
})();
