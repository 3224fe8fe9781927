// @ts-check
// Opens the engine, with the texts and links of the box that no page carries before the search is used.
import { load, retryable } from "../shared/lazy_load.js";
import { absoluteUrl, settings } from "./settings.js";

/**
 * @typedef {import("../search/engine.js").Engine} Engine
 * @typedef {object} SearchData the same on every page of a language
 * @property {string} page the results page, from the root
 * @property {string} contact the contact form, from the root
 * @property {string} guard what recognises secrets, from the root
 * @property {boolean} recent whether this device stores recent searches
 * @property {Record<string, string>} categories their titles, by id
 * @property {{title: string, url: string}[]} popular the popular articles
 * @property {{title: string, url: string} | null} emergency the article for readers who gave a secret away
 * @property {Record<string, string>} count how many articles were found, by plural category
 * @property {Record<string, string>} strings
 */

/** Once a page. */
export const openSearch = retryable(async () => {
  /** @type {[typeof import("../search/engine.js"), SearchData]} */
  const [{ open }, data] = await Promise.all([load(absoluteUrl(settings.engine)), fetchData()]);
  const others = settings.others.map(({ language, url }) => ({ language, url: absoluteUrl(url) }));
  return { engine: await open(absoluteUrl(settings.index), { others }), data };
});

/** @returns {Promise<SearchData>} */
async function fetchData() {
  const response = await fetch(absoluteUrl(settings.data));
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}
