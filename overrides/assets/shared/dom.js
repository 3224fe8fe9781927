// @ts-check
// Parts of the page, found and made. What is made holds text, never HTML.

/** @typedef {"a" | "button" | "dd" | "div" | "dt" | "h3" | "li" | "p" | "small" | "strong" | "ul"} Tag */

/** @template {HTMLElement} T @param {ParentNode} root @param {string} selector @returns {T} */
export function part(root, selector) {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return /** @type {T} */ (found);
}

/** @template {HTMLElement} T @param {ParentNode} root @param {string} selector @returns {T[]} */
export const partsOf = (root, selector) => /** @type {T[]} */ ([...root.querySelectorAll(selector)]);

/** @param {Tag} tag @param {string} name its class @param {(Node | string)[]} content */
export function make(tag, name, ...content) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...content);
  return made;
}

/** A copy of what a template holds. @param {ParentNode} root @param {string} name @returns {HTMLElement} */
export function copyOf(root, name) {
  const template = /** @type {HTMLTemplateElement} */ (part(root, `template[data-template="${name}"]`));
  return /** @type {HTMLElement} */ (/** @type {Element} */ (template.content.firstElementChild).cloneNode(true));
}
