// @ts-check
/// <reference lib="webworker" />
// Stands in the service worker's place where the site does not work offline: a browser that has a worker from before
// looks for a new one when its reader comes back, finds this one, and removes the worker and its caches.

const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

async function unregister() {
  for (const name of await caches.keys()) {
    if (name.startsWith(`offline ${scope.registration.scope} `)) await caches.delete(name);
  }
  await scope.registration.unregister();
}

scope.addEventListener("install", () => scope.skipWaiting());
scope.addEventListener("activate", (event) => event.waitUntil(unregister()));
