// @ts-check
// Redirects from the root page to the reader's language, once a visit: who comes back to it may choose, where there is a
// choice.
import { find, findAll } from "../shared/dom.js";
import { readStored, writeStored } from "../shared/storage.js";
import { bestLanguage } from "./best_language.js";

/** The link to the language chosen before, or to the first one that the browser asks for.
 * @param {HTMLAnchorElement[]} links */
function preferredLink(links) {
  const offered = links.map((link) => link.dataset.language ?? "");
  const best = bestLanguage([readStored("language") ?? "", ...navigator.languages], offered);
  return links.find((link) => link.dataset.language === best);
}

const root = find(document, '[data-component="language-chooser"]');
const links = /** @type {HTMLAnchorElement[]} */ (findAll(root, "a[data-language]"));
root.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a");
  if (link?.dataset.language) writeStored("language", link.dataset.language);
});
// Where nothing can be stored, every visit would seem to be the first: then nobody is redirected.
if (links.length === 1) location.replace(links[0].href);
else if (!readStored("redirected", "sessionStorage") && writeStored("redirected", "yes", "sessionStorage")) {
  const link = preferredLink(links);
  if (link) location.replace(link.href);
}
