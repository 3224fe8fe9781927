// @ts-check
// Runs of words: whether so many of them are in a list that they must be a recovery phrase.
// hooks/handrail/secrets/word_runs.py does exactly the same.

/** @typedef {[rule: string, start: number, end: number]} Match where, in the normalized text */
/** @typedef {{ text: string, start: number, end: number, distance: number }} Word after `distance` letters of other kinds */
/** @typedef {(word: string) => boolean} Test */

export const PHRASE = 12;
const PARTIAL = 8;

/**
 * Where twelve words are listed, or all but one and that one near by the first test, or but two by the second.
 * Also where `minRun` words in a row are listed. More than `maxDistance` other letters between two words end a run.
 * @param {Word[]} words @param {Test} isListed @param {Test[]} isNear @returns {Match[]}
 */
export function findRuns(words, isListed, isNear, maxDistance = 0, minRun = PARTIAL) {
  const listed = words.map((word) => isListed(word.text));
  /** @type {[number, number][]} */
  const blocked = [];
  /** @type {[number, number][]} */
  const runs = [];
  let count = 0;
  let run = 0;
  let first = 0;
  words.forEach((word, index) => {
    if (word.distance > maxDistance) [first, count, run] = [index, 0, 0];
    count += Number(listed[index]);
    if (index - first >= PHRASE) count -= Number(listed[index - PHRASE]);
    run = listed[index] ? run + 1 : 0;
    if (run >= minRun) addSpan(runs, index - run + 1, index);
    const start = index - PHRASE + 1;
    const missing = PHRASE - count;
    if (start < first || missing > isNear.length) return;
    const window = words.slice(start, index + 1);
    if (!missing || window.every((one, i) => listed[start + i] || isNear[missing - 1](one.text))) {
      addSpan(blocked, start, index);
    }
  });
  /** @type {Match[]} */
  const matches = [];
  const add = (/** @type {string} */ rule, /** @type {number} */ from, /** @type {number} */ to) =>
    matches.push([rule, words[from].start, words[to].end]);
  for (const [start, last] of blocked) {
    const whole = runs.some(([from, to]) => to - from >= PHRASE - 1 && from <= last && to >= start);
    add(whole ? "phrase-words" : "phrase-typos", start, last);
  }
  for (const [start, last] of runs) {
    if (!blocked.some(([from, to]) => from <= last && to >= start)) add("phrase-part", start, last);
  }
  return matches;
}

/** @param {[number, number][]} spans @param {number} first @param {number} last */
function addSpan(spans, first, last) {
  const before = spans[spans.length - 1];
  if (before && first <= before[1]) before[1] = last;
  else spans.push([first, last]);
}
