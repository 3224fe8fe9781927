// @ts-check
// A broken URL in the folder of a language shows that language alone, and its words are searched for. They are not
// shown: anybody can put words into a URL, and make this site seem to say them.
// Where the site works offline, this page also stands in for one that is not cached while there is no network.
import { element, findAll } from "../shared/dom.js";
import { urlWords } from "./url_words.js";

const MAX_SUGGESTIONS = 3;

const isUncached = "uncached" in document.documentElement.dataset; // set by the service worker
const sections = findAll(document, "[data-home]");
const homeUrl = (/** @type {HTMLElement} */ section) => new URL(section.dataset.home ?? "", location.href);
const current = sections.find((section) => location.pathname.startsWith(homeUrl(section).pathname));

/** Shows the articles that match some words, in a section's language or else in another.
 * @param {HTMLElement} section @param {string} words */
async function suggest(section, words) {
  const absolute = (/** @type {string | undefined} */ url) => new URL(url ?? "", location.href).href;
  /** @type {typeof import("../search/engine.js")} */
  const { open } = await import(absolute(section.parentElement?.dataset.engine));
  const others = sections.filter((other) => other !== section);
  const engine = await open(absolute(section.dataset.index), {
    others: others.map((other) => ({ language: other.lang, url: absolute(other.dataset.index) })),
  });
  const { results, isWeak } = await engine.search(words, { limit: MAX_SUGGESTIONS });
  if (isWeak) return;
  const items = [];
  for (const { title, url, language } of results) {
    const link = element("a", { href: new URL(`../${url}`, homeUrl(section)).href }, title);
    if (language !== section.lang) link.lang = link.hreflang = language;
    if (!isUncached || (await caches.match(link.href))) items.push(element("li", {}, link));
  }
  const [suggestions] = findAll(section, "[data-suggestions]");
  if (!items.length || !suggestions) return;
  suggestions.querySelector("[role=status]")?.append(suggestions.dataset.suggestions ?? "");
  suggestions.querySelector("ol")?.append(...items);
}

if (isUncached) {
  for (const text of findAll(document, "main [data-uncached]")) text.textContent = text.dataset.uncached ?? "";
  addEventListener("online", () => location.reload());
}
if (current) {
  // The other sections are hidden already: 404.html does it before anything is painted.
  document.documentElement.lang = current.lang;
  document.documentElement.dir = getComputedStyle(current).direction;
  document.title = `${isUncached ? "" : "404 - "}${current.querySelector("h1")?.textContent}`;
}
const site = sections.length ? new URL("..", homeUrl(sections[0])).pathname : "/";
const base = current ? homeUrl(current).pathname : site;
const words = urlWords(location.pathname.slice(base.length));
if (words) {
  for (const section of current ? [current] : sections) {
    suggest(section, words).catch(() => {}); // the page lists enough without
  }
}
