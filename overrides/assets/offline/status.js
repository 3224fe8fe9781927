// @ts-check
// Says calmly that there is no network, where the site works offline.
import { findAll } from "../shared/dom.js";

/** @param {HTMLElement} notice */
function showStatus(notice) {
  const { cached } = document.documentElement.dataset; // set by the service worker on a page from its cache
  const { offline: offlineText = "", cached: cachedText = "" } = notice.dataset;
  const update = (/** @type {boolean} */ isOffline) => {
    if (cached) notice.textContent = cachedText.replace("{date}", cached);
    else notice.textContent = isOffline || cached !== undefined ? offlineText : "";
  };
  addEventListener("online", () => update(false));
  addEventListener("offline", () => update(true));
  update(false);
}

findAll(document, '[data-component="offline-notice"]').forEach(showStatus);
