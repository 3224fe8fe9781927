// @ts-check
// Finds and creates elements. What is created holds text, never HTML.

/** The first match; an error where there is none. @template {HTMLElement} T @param {ParentNode} root
 * @param {string} selector @returns {T} */
export function find(root, selector) {
  const match = root.querySelector(selector);
  if (!match) throw new Error(`no ${selector}`);
  return /** @type {T} */ (match);
}

/** @template {HTMLElement} T @param {ParentNode} root @param {string} selector @returns {T[]} */
export const findAll = (root, selector) => /** @type {T[]} */ ([...root.querySelectorAll(selector)]);

/** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children @returns {HTMLElementTagNameMap[T]} */
export function element(tag, attributes = {}, ...children) {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  created.append(...children);
  return created;
}

/** A copy of a template's first element. @param {ParentNode} root @param {string} name @returns {HTMLElement} */
export function cloneTemplate(root, name) {
  const template = /** @type {HTMLTemplateElement} */ (find(root, `template[data-template="${name}"]`));
  return /** @type {HTMLElement} */ (/** @type {Element} */ (template.content.firstElementChild).cloneNode(true));
}
