// @ts-check
// What the box says and leads to, the same on every page of a language: it comes with the first use.
import { address, settings } from "./settings.js";

/**
 * @typedef {object} Words
 * @property {string} page the results page, from the root
 * @property {string} contact where nothing found leads, from the root
 * @property {boolean} recent whether this device keeps recent searches
 * @property {{title: string, url: string}[]} asked the most asked questions
 * @property {Record<string, string>} phrases
 */

export const words = /** @type {Words} */ ({});

/** Fills `words`. */
export async function learn() {
  const response = await fetch(address(settings.words));
  if (!response.ok) throw new Error(`${response.status}`);
  Object.assign(words, await response.json());
}
