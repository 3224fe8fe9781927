// @ts-check
/// <reference lib="webworker" />
// Where the site keeps nothing on devices, this stands in the worker's place: a browser that has one from before looks
// for a new one by itself when its reader comes back, finds this, and is rid of the worker and of all that it kept.

const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

async function leave() {
  for (const name of await caches.keys()) {
    if (name.startsWith(`offline ${scope.registration.scope} `)) await caches.delete(name);
  }
  await scope.registration.unregister();
}

scope.addEventListener("install", () => scope.skipWaiting());
scope.addEventListener("activate", (event) => event.waitUntil(leave()));
