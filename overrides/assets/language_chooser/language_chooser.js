// @ts-check
// Redirects from the root page to the reader's language, once a visit: who comes back to it may choose.
import { find, findAll } from "../shared/dom.js";
import { readStored, writeStored } from "../shared/storage.js";

/** @param {string} tag a BCP 47 tag @returns {string} its primary language */
const primary = (tag) => tag.toLowerCase().split("-")[0];

/** The link to the language chosen before, or to the first one that the browser asks for.
 * @param {HTMLElement} root @returns {HTMLAnchorElement | undefined} */
function preferredLink(root) {
  const links = /** @type {HTMLAnchorElement[]} */ (findAll(root, "a[data-language]"));
  const language = (/** @type {HTMLAnchorElement} */ link) => link.dataset.language ?? "";
  for (const tag of [readStored("language") ?? "", ...navigator.languages]) {
    const exact = links.find((link) => language(link).toLowerCase() === tag.toLowerCase());
    const match = exact ?? links.find((link) => primary(language(link)) === primary(tag));
    if (match) return match;
  }
}

const root = find(document, '[data-component="language-chooser"]');
root.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a");
  if (link?.dataset.language) writeStored("language", link.dataset.language);
});
// Where nothing can be stored, every visit would seem to be the first: then nobody is redirected.
if (!readStored("redirected", "sessionStorage") && writeStored("redirected", "yes", "sessionStorage")) {
  const link = preferredLink(root);
  if (link) location.replace(link.href);
}
