// @ts-check
// Finds what support does not need and nobody should send: codes, passwords, and numbers that name a person.
// hooks/handrail/secrets/personal_data.py does exactly the same.
import { luhn, mod11_2, mod23 } from "./checksums.js";
import { contains, pattern } from "./rules.js";

/** @typedef {import("./word_runs.js").Match} Match */
/** @typedef {import("./words.js").NormalizedText} NormalizedText */

/** What makes any text after the word a password. Without one, it takes a digit. */
const SEPARATOR = /[:=是为為]/;

const isAny = () => true;
const digitsOf = (/** @type {string} */ text) => text.replace(pattern("not_digit"), "");
const isCard = (/** @type {string} */ text) => luhn(digitsOf(text));

/** As people dial it at home, with a zero. @param {string} text */
function isPhone(text) {
  const { length } = digitsOf(text);
  return length >= 9 && length <= 11 && !contains("date", text);
}

/**
 * Rules, their patterns, and what tells whether the number itself is right.
 * @type {[rule: string, pattern: string, isRight: (text: string) => boolean][]}
 */
const RULES = [
  ["code", "code", isAny],
  ["code", "code_before", isAny],
  ["card", "card", isCard],
  ["identity", "identity_cn", mod11_2],
  ["identity", "identity_es", mod23],
  ["identity", "identity", isAny],
  ["identity", "identity_named", isAny],
  ["phone", "phone", isAny],
  ["phone", "phone_zero", isPhone],
  ["phone", "phone_named", isAny],
];

/** @param {NormalizedText} normalized @returns {Match[]} */
export function findPersonalData({ lower }) {
  /** @type {Match[]} */
  const matches = [];
  const add = (/** @type {string} */ rule, /** @type {RegExpMatchArray} */ match, /** @type {string} */ secret) => {
    const start = /** @type {number} */ (match.index) + match[0].lastIndexOf(secret);
    matches.push([rule, start, start + secret.length]);
  };
  for (const [rule, name, isRight] of RULES) {
    for (const match of lower.matchAll(pattern(name))) if (isRight(match[1])) add(rule, match, match[1]);
  }
  for (const match of lower.matchAll(pattern("password"))) {
    if (SEPARATOR.test(match[1]) || /[0-9]/.test(match[2])) add("password", match, match[2]);
  }
  return matches;
}
