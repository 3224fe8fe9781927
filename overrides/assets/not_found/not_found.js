// @ts-check
// A broken address speaks every language; where it lies in the folder of one, that one alone is shown. Its words are
// searched for. They are not shown: anybody can put words into an address, and let this site seem to say them.
// Where the site is kept on devices, this page also stands in for one that is not there while there is no network.
import "../offline/status.js";
import { wordsOf } from "./url_words.js";

const OFFERED = 3;

const uncached = "uncached" in document.documentElement.dataset; // the worker's mark
const sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-home]")]);
const home = (/** @type {HTMLElement} */ section) => new URL(section.dataset.home ?? "", location.href);
const spoken = sections.find((section) => location.pathname.startsWith(home(section).pathname));

/** Offers in a section what its language, or else another, has about some words. @param {HTMLElement} section @param {string} words */
async function offer(section, words) {
  const root = new URL("..", home(section));
  const from = (/** @type {string | undefined} */ url) => new URL(url ?? "", location.href).href;
  /** @type {typeof import("../search/engine.js")} */
  const { open } = await import(from(section.parentElement?.dataset.engine));
  const others = sections.filter((other) => other !== section);
  const engine = await open(from(section.dataset.index), {
    others: others.map((other) => ({ language: other.lang, url: from(other.dataset.index) })),
  });
  const { results } = await engine.search(words, { limit: OFFERED });
  const items = [];
  for (const { title, url, language } of results) {
    const link = document.createElement("a");
    link.href = new URL(url, root).href;
    link.textContent = title;
    if (language !== section.lang) link.lang = link.hreflang = language;
    const item = document.createElement("li");
    item.append(link);
    if (!uncached || (await caches.match(link.href))) items.push(item);
  }
  const perhaps = section.querySelector("[data-suggestions]");
  if (!items.length || !perhaps) return;
  perhaps.querySelector("[role=status]")?.append(/** @type {HTMLElement} */ (perhaps).dataset.suggestions ?? "");
  perhaps.querySelector("ol")?.append(...items);
}

if (uncached) {
  for (const words of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("main [data-uncached]"))) {
    words.textContent = words.dataset.uncached ?? "";
  }
  addEventListener("online", () => location.reload());
}
if (spoken) {
  // The other sections are hidden already: 404.html does it before anything is painted.
  document.documentElement.lang = spoken.lang;
  document.documentElement.dir = getComputedStyle(spoken).direction;
  document.title = `${uncached ? "" : "404 - "}${spoken.querySelector("h1")?.textContent}`;
}
const site = sections.length ? new URL("..", home(sections[0])).pathname : "/";
const below = spoken ? home(spoken).pathname : site;
const words = wordsOf(location.pathname.slice(below.length));
if (words) {
  for (const section of spoken ? [spoken] : sections) {
    offer(section, words).catch(() => {}); // what the page lists anyway is enough
  }
}
