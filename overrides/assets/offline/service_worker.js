// @ts-check
/// <reference lib="webworker" />
// Caches what helps without a network: the pages that were read, the contact form, the search. While there is a network
// every page comes from there. The build writes its facts in front of this, as `BUILD`.
//
// Scripts, styles and parts of indexes carry a hash of their content in their names, so a page of any build finds its
// own. Pages and what an index begins with do not: those of an older build are fetched again when a new one comes, or
// else deleted.

/**
 * @typedef {object} Build
 * @property {string} version changes with whatever changes on the site
 * @property {string[]} common files and pages that every reader gets, from the root
 * @property {Record<string, string[]>} languages the same for each language, by its folder
 * @property {string} notFound the page that stands in for one that is not cached
 */

const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const build = /** @type {Build} */ (/** @type {any} */ (self).BUILD);
const MAX_PAGES = 60; // cached because they were read
const NETWORK_TIMEOUT = 5000; // milliseconds until a cached page is shown instead
const FINGERPRINTED = /\.[0-9a-f]{12}[./]/;

const root = scope.registration.scope;
const PREFIX = `offline ${root} `;
const CACHE = PREFIX + build.version;

const absolute = (/** @type {string} */ path) => new URL(path, root).href;
/** The URL of a page without its query and fragment. @param {string} url */
const stripped = (url) => url.replace(/[?#].*$/s, "");
const languageOf = (/** @type {string} */ url) => stripped(url).slice(root.length).split("/")[0];
const isPage = (/** @type {string} */ url) => !FINGERPRINTED.test(url) && /(\/|\.html)$/.test(url);
const isRenewed = (/** @type {string} */ url) => isPage(url) || (!FINGERPRINTED.test(url) && url.endsWith(".bin"));
const olderCaches = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);

/** Fetches a page or a file from the host, not from the browser's own cache, and caches it.
 * @param {Cache} cache @param {string} url */
async function fetchInto(cache, url) {
  const response = await fetch(url, { cache: FINGERPRINTED.test(url) ? "default" : "no-cache" });
  if ((response.ok && !response.redirected) || url === absolute(build.notFound)) await cache.put(url, response);
}

/** Caches what belongs to a page's language: its main pages and the search. @param {Cache} cache @param {string} url */
async function cacheLanguage(cache, url) {
  const { connection } = /** @type {any} */ (navigator);
  if (connection?.saveData) return;
  for (const path of build.languages[languageOf(url)] ?? []) {
    if (!(await cache.match(absolute(path)))) await fetchInto(cache, absolute(path));
  }
}

async function install() {
  const cache = await caches.open(CACHE);
  await Promise.all(build.common.map((path) => fetchInto(cache, absolute(path))));
  const read = new Set((await scope.clients.matchAll({ type: "window", includeUncontrolled: true })).map(({ url }) => stripped(url)));
  for (const name of await olderCaches()) {
    for (const { url } of await (await caches.open(name)).keys()) if (isPage(url)) read.add(url);
  }
  const urls = [...read].filter((url) => url.startsWith(root));
  await Promise.allSettled(urls.flatMap((url) => [fetchInto(cache, url), cacheLanguage(cache, url)]));
  await scope.skipWaiting();
}

/** Keeps the files of the previous build, as pages of it may be open, but neither its pages nor older builds. */
async function activate() {
  const older = await olderCaches();
  const last = older.pop();
  for (const name of older) await caches.delete(name);
  const cache = await caches.open(last ?? CACHE);
  for (const { url } of last ? await cache.keys() : []) if (isRenewed(url)) await cache.delete(url);
  await scope.clients.claim();
}

/** Caches a page that was read, and deletes those read longest ago. @param {string} url @param {Response} response */
async function cachePage(url, response) {
  const cache = await caches.open(CACHE);
  await cache.delete(url);
  await cache.put(url, response);
  const permanent = new Set([...build.common, ...Object.values(build.languages).flat()].map(absolute));
  const read = (await cache.keys()).filter((request) => isPage(request.url) && !permanent.has(request.url));
  for (const request of read.slice(0, Math.max(0, read.length - MAX_PAGES))) await cache.delete(request);
  await cacheLanguage(cache, url);
}

/** A page whose <html> has one more attribute, for its own script.
 * @param {Response} response @param {string} attribute @param {number} status */
async function withAttribute(response, attribute, status) {
  const page = (await response.text()).replace("<html", `<html ${attribute}`);
  return new Response(page, { status, headers: response.headers });
}

/** The page from the host; if that does not answer, the cached one. @param {FetchEvent} event */
async function respondWithPage(event) {
  const url = stripped(event.request.url);
  const cache = await caches.open(CACHE);
  const cached = await cache.match(url);
  const request = fetch(event.request);
  try {
    const timeout = new Promise((_, reject) => cached && setTimeout(() => reject(new Error("timeout")), NETWORK_TIMEOUT));
    const response = /** @type {Response} */ (await Promise.race([request, timeout]));
    if (cached && response.status >= 500) throw new Error(`${response.status}`);
    if (response.ok && isPage(url)) event.waitUntil(cachePage(url, response.clone()));
    return response;
  } catch {
    request.catch(() => {});
    const date = new Date(cached?.headers.get("date") ?? NaN);
    if (cached) return withAttribute(cached, `data-cached="${isNaN(+date) ? "" : date.toISOString().slice(0, 10)}"`, 200);
    const notFound = await cache.match(absolute(build.notFound));
    return notFound ? withAttribute(notFound, "data-uncached", 503) : Response.error();
  }
}

/** A file: from the cache if it is fingerprinted, else from the host if that answers. Pictures that were seen are cached
 * too. @param {Request} request */
async function respondWithFile(request) {
  const cached = await caches.match(request);
  if (cached && FINGERPRINTED.test(request.url)) return cached;
  try {
    const response = await fetch(request);
    const isKept = FINGERPRINTED.test(request.url) || request.destination === "image";
    if (response.ok && isKept) await (await caches.open(CACHE)).put(request, response.clone());
    return response;
  } catch (error) {
    if (cached) return cached;
    throw error;
  }
}

scope.addEventListener("install", (event) => event.waitUntil(install()));
scope.addEventListener("activate", (event) => event.waitUntil(activate()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(root)) return;
  event.respondWith(request.mode === "navigate" ? respondWithPage(event) : respondWithFile(request));
});
