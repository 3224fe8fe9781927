// @ts-check
// What the page says of search, and the helpers that every part of the box uses.
import { loaded } from "../shared/lazy_load.js";

/**
 * @typedef {object} Settings what the page says of search
 * @property {string} root the site's root, relative to this page
 * @property {string} engine the engine, from the root
 * @property {string} answers what shows its answers, from the root
 * @property {string} index the file that the engine opens, from the root
 * @property {{ language: string, url: string }[]} others the same of the other languages
 * @property {string} words what else the box says and leads to, from the root
 * @property {Record<string, string>} phrases those that are needed before anything is loaded
 */

export const settings = /** @type {Settings} */ (
  JSON.parse(document.getElementById("search-settings")?.textContent ?? "{}")
);

/** @param {string} tag @param {Record<string, string>} [attributes] @param {(Node | string)[]} children */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A script of this site. @param {string} url from the root @returns {Promise<any>} */
export const script = (url) => loaded(address(url));

/** The address of something on this site. @param {string} url from the root @param {string} [anchor] */
export function address(url, anchor) {
  return new URL(`${settings.root}${url}${anchor ? `#${anchor}` : ""}`, location.href).href;
}
