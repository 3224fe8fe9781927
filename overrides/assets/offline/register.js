// @ts-check
// Where the site is kept on devices: has the worker do it. Not on pages that people type into, whose policy allows none.

/** Once the page is there: what is kept for another time can wait. @param {string} url */
function register(url) {
  const start = () => navigator.serviceWorker?.register(url, { updateViaCache: "none" }).catch(() => {});
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
}

for (const line of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-worker]"))) {
  register(new URL(line.dataset.worker ?? "", location.href).href);
}
