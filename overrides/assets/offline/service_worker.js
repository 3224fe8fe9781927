// @ts-check
/// <reference lib="webworker" />
// Keeps on the reader's device what helps without a network: the pages that were read, the way to support, the search.
// With a network every page comes from there. In front of this stands what the build says of itself, as `BUILD`.
//
// Scripts, styles and indexes carry a hash of what is in them in their names, so that a page meets its own, whichever
// build it is of. Pages do not: those of an older build are fetched anew when a new one comes, or else forgotten.

/**
 * @typedef {object} Build
 * @property {string} version changes with whatever changes on the site
 * @property {string[]} common files and pages that every reader gets, from the root
 * @property {Record<string, string[]>} languages the same for each language, by its folder
 * @property {string} lost the page that stands in for one that is not here
 */

const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const build = /** @type {Build} */ (/** @type {any} */ (self).BUILD);
const MOST = 60; // pages that are kept because they were read
const PATIENCE = 5000; // milliseconds before a kept page is shown while the network is still silent
const NAMED_BY_CONTENT = /\.[0-9a-f]{12}[./]/;

const root = scope.registration.scope;
const FAMILY = `offline ${root} `;
const NAME = FAMILY + build.version;

const address = (/** @type {string} */ path) => new URL(path, root).href;
/** The address of a page, without what may follow it. @param {string} url */
const bare = (url) => url.replace(/[?#].*$/s, "");
const language = (/** @type {string} */ url) => bare(url).slice(root.length).split("/")[0];
const isPage = (/** @type {string} */ url) => !NAMED_BY_CONTENT.test(url) && /(\/|\.html)$/.test(url);
const older = async () => (await caches.keys()).filter((name) => name.startsWith(FAMILY) && name !== NAME);

/** Fetches a page or a file from the host, past what the browser has of it, and keeps it.
 * @param {Cache} cache @param {string} url */
async function get(cache, url) {
  const answer = await fetch(url, { cache: NAMED_BY_CONTENT.test(url) ? "default" : "no-cache" });
  if ((answer.ok && !answer.redirected) || url === address(build.lost)) await cache.put(url, answer);
}

/** Keeps what belongs to the language of a page: the ways in, and the search. @param {Cache} cache @param {string} url */
async function complete(cache, url) {
  const { connection } = /** @type {any} */ (navigator);
  if (connection?.saveData) return; // then what was read is enough
  for (const path of build.languages[language(url)] ?? []) {
    if (!(await cache.match(address(path)))) await get(cache, address(path));
  }
}

async function install() {
  const cache = await caches.open(NAME);
  await Promise.all(build.common.map((path) => get(cache, address(path))));
  const read = new Set((await scope.clients.matchAll({ type: "window", includeUncontrolled: true })).map(({ url }) => bare(url)));
  for (const name of await older()) {
    for (const { url } of await (await caches.open(name)).keys()) if (isPage(url)) read.add(url);
  }
  const mine = [...read].filter((url) => url.startsWith(root));
  await Promise.allSettled(mine.flatMap((url) => [get(cache, url), complete(cache, url)]));
  await scope.skipWaiting();
}

/** Of the build before, keeps the files alone: pages of it may be open. Of those before that, nothing. */
async function activate() {
  const before = await older();
  const last = before.pop();
  for (const name of before) await caches.delete(name);
  const cache = await caches.open(last ?? NAME);
  for (const { url } of last ? await cache.keys() : []) if (isPage(url)) await cache.delete(url);
  await scope.clients.claim();
}

/** Keeps a page that was read, and forgets those that were read long ago. @param {string} url @param {Response} answer */
async function keep(url, answer) {
  const cache = await caches.open(NAME);
  await cache.delete(url);
  await cache.put(url, answer);
  const own = new Set([...build.common, ...Object.values(build.languages).flat()].map(address));
  const read = (await cache.keys()).filter((request) => isPage(request.url) && !own.has(request.url));
  for (const request of read.slice(0, Math.max(0, read.length - MOST))) await cache.delete(request);
  await complete(cache, url);
}

/** A page with a mark in its first tag of a kind, which its own script understands.
 * @param {Response} answer @param {string} tag @param {string} mark @param {number} status */
async function marked(answer, tag, mark, status) {
  const page = (await answer.text()).replace(tag, `${tag} ${mark}`);
  return new Response(page, { status, headers: answer.headers });
}

/** The page from the host; if that is silent, the one that was kept. @param {FetchEvent} event */
async function page(event) {
  const url = bare(event.request.url);
  const cache = await caches.open(NAME);
  const kept = await cache.match(url);
  const coming = fetch(event.request);
  try {
    const silence = new Promise((_, give) => kept && setTimeout(() => give(new Error("silence")), PATIENCE));
    const answer = /** @type {Response} */ (await Promise.race([coming, silence]));
    if (kept && answer.status >= 500) throw new Error(`${answer.status}`);
    if (answer.ok && isPage(url)) event.waitUntil(keep(url, answer.clone()));
    return answer;
  } catch {
    coming.catch(() => {});
    const day = new Date(kept?.headers.get("date") ?? NaN);
    if (kept) return marked(kept, "<html", `data-cached="${isNaN(+day) ? "" : day.toISOString().slice(0, 10)}"`, 200);
    const lost = await cache.match(address(build.lost));
    return lost ? marked(lost, "<html", "data-uncached", 503) : Response.error();
  }
}

/** A file: from here, if its name says what is in it; else from the host if that answers. @param {Request} request */
async function file(request) {
  const kept = await caches.match(request);
  if (kept && NAMED_BY_CONTENT.test(request.url)) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok && NAMED_BY_CONTENT.test(request.url)) await (await caches.open(NAME)).put(request, answer.clone());
    return answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

scope.addEventListener("install", (event) => event.waitUntil(install()));
scope.addEventListener("activate", (event) => event.waitUntil(activate()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(root)) return;
  event.respondWith(request.mode === "navigate" ? page(event) : file(request));
});
