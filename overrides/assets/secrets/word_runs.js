// @ts-check
// Words in a row: whether so many of them are in a list that they must be a recovery phrase.
// hooks/handrail/secrets/word_runs.py does exactly the same.

/** @typedef {[rule: string, start: number, end: number]} Found where, in the plain text */
/** @typedef {{ text: string, start: number, end: number, away: number }} Word after `away` letters of other kinds */
/** @typedef {(word: string) => boolean} Test */

export const PHRASE = 12;
const PART = 8;

/**
 * Where twelve words are listed, or all but one and that one near by the first test, or but two by the second.
 * Also where `part` words in a row are listed. More than `reach` other letters between two words keep them apart.
 * @param {Word[]} words @param {Test} isListed @param {Test[]} isNear @returns {Found[]}
 */
export function phrases(words, isListed, isNear, reach = 0, part = PART) {
  const listed = words.map((word) => isListed(word.text));
  /** @type {[number, number][]} */
  const blocked = [];
  /** @type {[number, number][]} */
  const runs = [];
  let count = 0;
  let run = 0;
  let first = 0;
  words.forEach((word, place) => {
    if (word.away > reach) [first, count, run] = [place, 0, 0];
    count += Number(listed[place]);
    if (place - first >= PHRASE) count -= Number(listed[place - PHRASE]);
    run = listed[place] ? run + 1 : 0;
    if (run >= part) extend(runs, place - run + 1, place);
    const start = place - PHRASE + 1;
    const missing = PHRASE - count;
    if (start < first || missing > isNear.length) return;
    const window = words.slice(start, place + 1);
    if (!missing || window.every((one, i) => listed[start + i] || isNear[missing - 1](one.text))) {
      extend(blocked, start, place);
    }
  });
  /** @type {Found[]} */
  const found = [];
  const add = (/** @type {string} */ rule, /** @type {number} */ from, /** @type {number} */ to) =>
    found.push([rule, words[from].start, words[to].end]);
  for (const [start, last] of blocked) {
    const whole = runs.some(([from, to]) => to - from >= PHRASE - 1 && from <= last && to >= start);
    add(whole ? "phrase-words" : "phrase-typos", start, last);
  }
  for (const [start, last] of runs) {
    if (!blocked.some(([from, to]) => from <= last && to >= start)) add("phrase-part", start, last);
  }
  return found;
}

/** @param {[number, number][]} spans @param {number} first @param {number} last */
function extend(spans, first, last) {
  const before = spans[spans.length - 1];
  if (before && first <= before[1]) before[1] = last;
  else spans.push([first, last]);
}
