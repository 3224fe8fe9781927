// @ts-check
// Registers the service worker where the site works offline. Not on pages that people type into: their policy allows none.
import { findAll } from "../shared/dom.js";

/** Waits until the page has loaded: caching for another time is not urgent. @param {string} url */
function register(url) {
  const start = () => navigator.serviceWorker?.register(url, { updateViaCache: "none" }).catch(() => {});
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
}

for (const notice of findAll(document, "[data-worker]")) {
  register(new URL(notice.dataset.worker ?? "", location.href).href);
}
