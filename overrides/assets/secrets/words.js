// @ts-check
// The words of a text, each with the word lists it is in: what a recovery phrase may be made of.
// hooks/handrail/secrets/words.py does exactly the same, function by function.
import { splitGlued } from "./glued_words.js";
import { isNumbering, isUnit } from "./list_numbering.js";
import { pattern } from "./rules.js";
import { listsOf } from "./wordlists.js";

/** @typedef {ReturnType<typeof import("./normalization.js").normalize>} NormalizedText */
/**
 * `lists` has a bit for each list that the word is in. `isGlued` where it was cut out of a longer one.
 * @typedef {{ text: string, start: number, end: number, lists: number, isGlued: boolean }} Word
 */

/**
 * The words of a text without their numbering; long ones without spaces between them are taken apart.
 * @param {NormalizedText} normalized @returns {Word[]}
 */
export function wordsOf({ lower, seams }) {
  /** @type {Word[]} */
  const words = [];
  const add = (/** @type {number} */ start, /** @type {number} */ end, isWord = true, isGlued = false) => {
    const text = lower.slice(start, end);
    words.push({ text, start, end, lists: isWord ? listsOf(text) : 0, isGlued });
  };
  for (const match of lower.matchAll(pattern("word"))) {
    const start = match.index;
    const end = start + match[0].length;
    if (match[2] && isApart(seams, start, end)) {
      for (let at = start; at < end; at++) add(at, at + 1, !isUnit(lower, at));
    } else if (!match[1]) {
      add(start, end, false);
    } else if (!isNumbering(lower, start, end)) {
      const pieces = splitGlued(match[1]);
      if (!pieces) add(start, end);
      else for (const [first, last, isWord] of pieces) add(start + first, start + last, isWord, true);
    }
  }
  return words;
}

/**
 * A Chinese character that stands singly is a word, and so are those that something invisible keeps apart.
 * @param {Set<number>} seams @param {number} start @param {number} end
 */
function isApart(seams, start, end) {
  for (let at = start + 1; at < end; at++) if (!seams.has(at)) return false;
  return true;
}
