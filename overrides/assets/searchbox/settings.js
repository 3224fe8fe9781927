// @ts-check
// What the page tells the search box.

/**
 * @typedef {object} Settings
 * @property {string} root the site's root, relative to this page
 * @property {string} engine the search engine, from the root
 * @property {string} lazyEntry the script that shows results, from the root
 * @property {string} style the style sheet of results, from the root
 * @property {string} index the file that the engine opens, from the root
 * @property {{ language: string, url: string }[]} others the indexes of the other languages
 * @property {string} data the texts and links of the box, from the root: see `SearchData`
 * @property {import("../hosted_search/hosted_engine.js").Hosting} [hosting] of the server that answers, if one does
 * @property {Record<string, string>} strings the texts that are needed before anything is loaded
 */

export const settings = /** @type {Settings} */ (
  JSON.parse(document.getElementById("search-settings")?.textContent ?? "{}")
);

/** An absolute URL. @param {string} url from the site's root @param {string} [anchor] */
export function absoluteUrl(url, anchor) {
  return new URL(`${settings.root}${url}${anchor ? `#${anchor}` : ""}`, location.href).href;
}
