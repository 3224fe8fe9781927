// @ts-check
// Finds recovery phrases of words: those of a list in a row, whatever stands between them.
// hooks/handrail/secrets/word_phrases.py does exactly the same, function by function.
import { isNumbering } from "./list_numbering.js";
import { PHRASE, findRuns } from "./word_runs.js";
import { pattern } from "./rules.js";
import { isEnglish, isEnglishPrefix, isOther } from "./wordlists.js";
import { rules } from "./wordlist_data.js";

/** @typedef {import("./word_runs.js").Match} Match */
/** @typedef {import("./word_runs.js").Word} Word */
/** @typedef {ReturnType<typeof import("./normalization.js").normalize>} NormalizedText */

const MIN_GLUED = 20;
const MAX_DISTANCE = 8;
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** @param {NormalizedText} normalized @returns {Match[]} */
export function findWordPhrases(normalized) {
  const latin = wordsOf(normalized.lower, "latin");
  /** @type {Map<string, boolean>} */
  const known = new Map();
  const isMistyped = (/** @type {string} */ word) => {
    if (!known.has(word)) known.set(word, isTypo(word));
    return known.get(word) === true;
  };
  const isOddlyMistyped = (/** @type {string} */ word) =>
    !(word.endsWith("s") && isEnglish(word.slice(0, -1))) && !rules.ordinary.includes(word) && isMistyped(word);
  return [
    ...findRuns(latin, isEnglish, [isMistyped, isOddlyMistyped], MAX_DISTANCE),
    ...findRuns(latin, isEnglishPrefix, [], MAX_DISTANCE, PHRASE),
    ...findRuns(wordsOf(normalized.lower, "any_script"), isOther, [(word) => word.length > 2]),
  ];
}

/** @param {string} lower @param {string} kind @returns {Word[]} */
function wordsOf(lower, kind) {
  const words = [];
  let distance = 0;
  for (const match of lower.matchAll(pattern(kind))) {
    const start = match.index;
    const end = start + match[0].length;
    if (!match[1]) {
      distance += end - start;
    } else if (!isNumbering(lower, start, end)) {
      const boundaries = (end - start >= MIN_GLUED && splitGlued(match[1])) || [0, end - start];
      for (let i = 1; i < boundaries.length; i++) {
        const text = match[1].slice(boundaries[i - 1], boundaries[i]);
        words.push({ text, start: start + boundaries[i - 1], end: start + boundaries[i], distance });
        distance = 0;
      }
    }
  }
  return words;
}

/** @param {string} letters @returns {number[] | null} */
function splitGlued(letters) {
  const previous = new Map([[0, 0]]);
  for (let end = 3; end <= letters.length; end++) {
    for (let start = end - 3; start >= end - 8; start--) {
      if (!previous.has(start) || !isEnglish(letters.slice(start, end))) continue;
      previous.set(end, start);
      break;
    }
  }
  if (!previous.has(letters.length)) return null;
  const ends = [letters.length];
  while (ends[ends.length - 1]) ends.push(/** @type {number} */ (previous.get(ends[ends.length - 1])));
  return ends.reverse();
}

/** @param {string} word */
function isTypo(word) {
  if (word.length < 2 || word.length > 9) return false;
  for (let at = 0; at <= word.length; at++) {
    const head = word.slice(0, at);
    const tail = word.slice(at);
    const rest = tail.slice(1);
    if (tail && isEnglish(head + rest)) return true;
    if (tail.length > 1 && isEnglish(head + tail[1] + tail[0] + tail.slice(2))) return true;
    if (LETTERS.some((letter) => isEnglish(head + letter + tail) || isEnglish(head + letter + rest))) return true;
  }
  return false;
}
