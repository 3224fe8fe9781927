// @ts-check
// Finds recovery phrases of words: those of a list in a row, whatever stands between them.
// hooks/handrail/secrets/word_phrases.py does exactly the same, function by function.
import { isNumber } from "./list_numbering.js";
import { PHRASE, phrases } from "./word_runs.js";
import { pattern } from "./rules.js";
import { isEnglish, isEnglishStart, isOther } from "./wordlists.js";
import { rules } from "./wordlist_data.js";

/** @typedef {import("./word_runs.js").Found} Found */
/** @typedef {import("./word_runs.js").Word} Word */
/** @typedef {ReturnType<typeof import("./normalization.js").off>} Plain */

const GLUED = 20;
const AWAY = 8;
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** @param {Plain} plain @returns {Found[]} */
export function findPhrases(plain) {
  const latin = wordsIn(plain.lower, "latin");
  /** @type {Map<string, boolean>} */
  const known = new Map();
  const mistyped = (/** @type {string} */ word) => {
    if (!known.has(word)) known.set(word, isTypo(word));
    return known.get(word) === true;
  };
  const oddly = (/** @type {string} */ word) =>
    !(word.endsWith("s") && isEnglish(word.slice(0, -1))) && !rules.ordinary.includes(word) && mistyped(word);
  return [
    ...phrases(latin, isEnglish, [mistyped, oddly], AWAY),
    ...phrases(latin, isEnglishStart, [], AWAY, PHRASE),
    ...phrases(wordsIn(plain.lower, "any_script"), isOther, [(word) => word.length > 2]),
  ];
}

/** @param {string} lower @param {string} kind @returns {Word[]} */
function wordsIn(lower, kind) {
  const found = [];
  let away = 0;
  for (const match of lower.matchAll(pattern(kind))) {
    const start = match.index;
    const end = start + match[0].length;
    if (!match[1]) {
      away += end - start;
    } else if (!isNumber(lower, start, end)) {
      const places = (end - start >= GLUED && parts(match[1])) || [0, end - start];
      for (let i = 1; i < places.length; i++) {
        const text = match[1].slice(places[i - 1], places[i]);
        found.push({ text, start: start + places[i - 1], end: start + places[i], away });
        away = 0;
      }
    }
  }
  return found;
}

/** @param {string} letters @returns {number[] | null} */
function parts(letters) {
  const before = new Map([[0, 0]]);
  for (let end = 3; end <= letters.length; end++) {
    for (let start = end - 3; start >= end - 8; start--) {
      if (!before.has(start) || !isEnglish(letters.slice(start, end))) continue;
      before.set(end, start);
      break;
    }
  }
  if (!before.has(letters.length)) return null;
  const places = [letters.length];
  while (places[places.length - 1]) places.push(/** @type {number} */ (before.get(places[places.length - 1])));
  return places.reverse();
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
