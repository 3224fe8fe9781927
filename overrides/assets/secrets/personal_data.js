// @ts-check
// Finds what support does not need and nobody should send: codes, passwords, and numbers that name a person.
// hooks/handrail/secrets/personal_data.py does exactly the same.
import { luhn, mod11_2 } from "./checksums.js";
import { pattern } from "./rules.js";

/** @typedef {import("./word_runs.js").Match} Match */
/** @typedef {ReturnType<typeof import("./normalization.js").normalize>} NormalizedText */

/** What makes any text after the word a password. Without one, it takes a digit. */
const SEPARATOR = /[:=是为為]/;
const always = () => true;

/** @type {[string, (text: string) => boolean][]} */
const RULES = [
  ["code", always],
  ["card", (text) => luhn(text.replace(/[ -]/g, ""))],
  ["identity", mod11_2],
  ["phone", always],
];

/** @param {NormalizedText} normalized @returns {Match[]} */
export function findPersonalData({ lower }) {
  /** @type {Match[]} */
  const matches = [];
  const add = (/** @type {string} */ rule, /** @type {RegExpMatchArray} */ match, /** @type {string} */ secret) => {
    const end = /** @type {number} */ (match.index) + match[0].length; // the patterns end with the secret
    matches.push([rule, end - secret.length, end]);
  };
  for (const [rule, isRight] of RULES) {
    for (const match of lower.matchAll(pattern(rule))) if (isRight(match[1])) add(rule, match, match[1]);
  }
  for (const match of lower.matchAll(pattern("password"))) {
    if (SEPARATOR.test(match[1]) || /[0-9]/.test(match[2])) add("password", match, match[2]);
  }
  return matches;
}
