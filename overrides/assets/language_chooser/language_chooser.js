// @ts-check
// The root page leads to the reader's language, once a visit: coming back to it, the reader may choose.
import { recall, remember } from "../shared/storage.js";

/** @param {string} tag a BCP 47 tag @returns {string} its language alone */
const primary = (tag) => tag.toLowerCase().split("-")[0];

/** The link to the language chosen before, or to the first of the browser's that there is. @param {HTMLElement} root */
function preferred(root) {
  const links = [...root.querySelectorAll("a[data-language]")];
  const wanted = [recall("language") ?? "", ...navigator.languages];
  for (const tag of wanted) {
    const exact = links.find((link) => link.getAttribute("data-language")?.toLowerCase() === tag.toLowerCase());
    const near = links.find((link) => primary(link.getAttribute("data-language") ?? "") === primary(tag));
    if (exact || near) return /** @type {HTMLAnchorElement} */ (exact ?? near);
  }
  return null;
}

const root = /** @type {HTMLElement} */ (document.querySelector('[data-component="language-chooser"]'));
root.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a");
  if (link?.dataset.language) remember("language", link.dataset.language);
});
// Where nothing is kept, every visit would be the first: that reader is led nowhere.
if (!recall("led", "sessionStorage") && remember("led", "yes", "sessionStorage")) {
  const link = preferred(root);
  if (link) location.replace(link.href);
}
