// @ts-check
// What the page tells the contact form.
import { find } from "../shared/dom.js";

/**
 * @typedef {object} ContactSettings
 * @property {Record<string, string>} strings
 * @property {Record<string, string>} masks what is masked, by the guard's rules
 * @property {Record<string, string>} problems what looks wrong, by the names of field_checks.js
 * @property {Record<string, import("./message.js").Labels & { short: string, closing: string }>} message its words, by language
 */

/** @returns {ContactSettings} */
export const readSettings = () => JSON.parse(find(document, "#contact-form-settings").textContent ?? "");

/** What something is called in the languages of the message. @param {HTMLElement} element
 * @returns {Record<string, string>} */
export const readLabels = ({ dataset }) => JSON.parse(dataset.labels ?? "{}");

/** Says what is masked in an answer; empty where nothing is. @param {string[]} masks the guard's rules
 * @param {ContactSettings} settings */
export function maskNote(masks, { strings, masks: names }) {
  const list = new Intl.ListFormat(document.documentElement.lang).format(masks.map((rule) => names[rule]));
  return masks.length ? strings.mask.replace("{what}", list) : "";
}
