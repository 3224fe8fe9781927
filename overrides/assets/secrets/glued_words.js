// @ts-check
// Takes words apart that are written without a space between them.
// hooks/handrail/secrets/glued_words.py does exactly the same, function by function.
import { ENGLISH, SPELLED, wordsFrom } from "./wordlists.js";

/** @typedef {[start: number, end: number, isWord: boolean]} Piece */
/** @typedef {[end: number, lists: number]} Ending of a word, with its lists */

const GLUED = 12;
const FLAWED = 33;
const MAX_UNKNOWN = 0.3;
const UNKNOWN_COST = 1000;

/**
 * The words of one list and what is between them; null where too many letters are left over.
 * English if it fits, whose words are known for certain; else the list that leaves the fewest letters over.
 * @param {string} letters @returns {Piece[] | null}
 */
export function splitGlued(letters) {
  if (letters.length < GLUED) return null;
  const words = Array.from(letters, (_, start) => wordsFrom(letters, start));
  let fewest = letters.length >= FLAWED ? Math.trunc(letters.length * MAX_UNKNOWN) : 0;
  let best = null;
  for (let code = 0; code < SPELLED; code++) {
    const pieces = splitBy(words, code);
    const unknown = pieces.reduce((sum, [start, end, isWord]) => sum + (isWord ? 0 : end - start), 0);
    if (unknown > fewest || (unknown === fewest && best)) continue;
    [best, fewest] = [pieces, unknown];
    if (code === ENGLISH) break;
  }
  return best;
}

/**
 * The pieces that leave the fewest letters over; of these the most words of one list.
 * @param {Ending[][]} words @param {number} code
 */
function splitBy(words, code) {
  const costs = new Int32Array(words.length + 1); // from each letter to the end
  const ends = new Int32Array(words.length);
  for (let start = words.length - 1; start >= 0; start--) {
    costs[start] = costs[start + 1] + UNKNOWN_COST;
    for (const [end, lists] of words[start]) {
      if ((lists >> code) & 1 && costs[end] - 1 < costs[start]) [costs[start], ends[start]] = [costs[end] - 1, end];
    }
  }
  /** @type {Piece[]} */
  const pieces = [];
  for (let start = 0, end = 0; start < words.length; start = end) {
    end = ends[start] || start + 1;
    const before = pieces[pieces.length - 1];
    if (!ends[start] && before && !before[2]) before[1] = end;
    else pieces.push([start, end, Boolean(ends[start])]);
  }
  return pieces;
}
