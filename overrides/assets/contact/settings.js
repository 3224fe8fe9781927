// @ts-check
// What the page tells its script: its words.

/**
 * @typedef {object} SupportSettings
 * @property {Record<string, string>} phrases
 * @property {Record<string, string>} masks what is hidden, by the guard's rules
 * @property {Record<string, string>} wrong what looks wrong, by the names of kinds.js
 * @property {import("./message.js").Words & { short: string, closing: string }} message
 */

/** Says what of an answer is hidden. @param {string[]} masks the guard's rules @param {SupportSettings} settings */
export function hidden(masks, { phrases, masks: names }) {
  const what = new Intl.ListFormat(document.documentElement.lang).format(masks.map((rule) => names[rule]));
  return masks.length ? phrases.mask.replace("{what}", what) : "";
}

/** @returns {SupportSettings} */
export const read = () => JSON.parse(/** @type {HTMLElement} */ (document.getElementById("support-settings")).textContent ?? "");
