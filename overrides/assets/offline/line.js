// @ts-check
// Where the site is kept on devices: has the worker do it, and says calmly when there is no network.

/** @param {HTMLElement} line */
function watch(line) {
  const { kept } = document.documentElement.dataset; // the worker's mark on a page that did not come from the host
  const words = () => {
    if (kept) return (line.dataset.kept ?? "").replace("{date}", kept);
    return navigator.onLine && kept === undefined ? "" : (line.dataset.away ?? "");
  };
  const say = () => (line.textContent = words());
  for (const type of ["online", "offline"]) addEventListener(type, say);
  say();
}

/** Once the page is there: what is kept for another time can wait. @param {string} url */
function register(url) {
  const start = () => navigator.serviceWorker?.register(url, { updateViaCache: "none" }).catch(() => {});
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
}

for (const line of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-component="offline"]'))) {
  watch(line);
  if (line.dataset.worker) register(new URL(line.dataset.worker, location.href).href);
}
