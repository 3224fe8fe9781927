// @ts-check
// Whether Chinese characters are too rare to be a sentence: then they are a recovery phrase.
// hooks/handrail/secrets/character_rarity.py does exactly the same, function by function.
import { bip39 } from "./checksums.js";
import { contains } from "./rules.js";
import { chinese, simplifiedAt } from "./wordlists.js";

/** @typedef {{ checked: number, flawed: number }} Rarity the mean index from which characters are a phrase */

export const LENGTHS = [12, 15, 18, 21, 24];

/**
 * Whether characters are a phrase: by checksum and rarity, or by rarity with one wrong or missing.
 * Published examples repeat themselves, and may be of common characters.
 * @param {string} text @param {Rarity} rarity
 */
export function isPhrase(text, { checked, flawed }) {
  const { length } = text;
  if (length < 11 || length > 24 || length % 3 === 1) return false;
  return chinese().some((known) => {
    const indexes = [...text].map((character) => known.get(character) ?? -1).filter((index) => index >= 0);
    const mean = indexes.reduce((sum, index) => sum + index, 0) / Math.max(1, indexes.length);
    if (indexes.length < length - 1 || (mean < checked && !repeats(text)) || isSentence(indexes)) return false;
    if (mean >= flawed && new Set(text).size > length >> 1) return true;
    return indexes.length === length && LENGTHS.includes(length) && bip39(indexes);
  });
}

/**
 * Whether two of the characters are a word of every text. Both lists have them at one index.
 * @param {number[]} indexes
 */
const isSentence = (indexes) => contains("sentence", indexes.map(simplifiedAt).join(""));

/** Whether three characters in a row come again. One character alone is laughter. @param {string} text */
function repeats(text) {
  if (new Set(text).size < 2) return false;
  for (let at = 0; at < text.length - 2; at++) if (text.includes(text.slice(at, at + 3), at + 1)) return true;
  return false;
}
