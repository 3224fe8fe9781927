// @ts-check
// Words that are misspelled, or not yet typed to the end: the nearest ones of the index.

/** @typedef {import("./inverted_index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("./ranking.js").QueryTerm} QueryTerm */

const MAX_MATCHES = 4;
const MIN_LENGTH = 4;
const MIN_LENGTH_TWO_ERRORS = 8;
const MIN_LENGTH_ANY_LETTER = 5; // shorter words are near too many others if their first letter may be wrong
const MAX_ENDING = 5;

/** Matches a word that the index lacks with the nearest ones. @param {QueryTerm} queryTerm @param {InvertedIndex} index
 * @param {boolean} isLast whether it may be unfinished */
export async function matchNearest(queryTerm, index, isLast) {
  const { word } = queryTerm;
  const { prefix, error } = index.manifest.weights;
  if (!/^\p{L}+$/u.test(word)) return;
  const maxErrors = word.length >= MIN_LENGTH_TWO_ERRORS ? 2 : word.length >= MIN_LENGTH ? 1 : 0;
  await index.loadNeighbours(word);
  let fewest = maxErrors;
  /** @type {QueryTerm["matches"]} */
  let nearest = [];
  for (const [key, postings] of index.words()) {
    if (isLast && key.startsWith(word)) queryTerm.matches.push({ key, postings, factor: prefix });
    if (!maxErrors || key[0] === "-" || (word.length < MIN_LENGTH_ANY_LETTER && key[0] !== word[0])) continue;
    const errors = hasWrongEnding(word, key)
      ? 1
      : Math.min(distance(queryTerm.term, key, fewest), distance(word, key, fewest));
    if (errors > fewest) continue;
    if (errors < fewest) nearest = [];
    fewest = errors;
    nearest.push({ key, postings, factor: error ** errors });
  }
  if (queryTerm.matches.length) return;
  nearest.sort((a, b) => b.postings.frequency - a.postings.frequency);
  if (nearest.length === 1 && fewest === 1) nearest[0].factor = 1;
  queryTerm.matches.push(...nearest.slice(0, MAX_MATCHES));
}

/** Whether a word is a stem with an ending that no stemmer takes off. @param {string} word @param {string} stem */
const hasWrongEnding = (word, stem) =>
  stem.length > MIN_LENGTH && word.length - stem.length <= MAX_ENDING && word.startsWith(stem);

/** The Damerau-Levenshtein distance of two words: letters wrong, missing, extra or swapped with the next; any number
 * above `max` where it is more. @param {string} a @param {string} b @param {number} max */
export function distance(a, b, max) {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  /** @type {number[]} */
  let beforeLast = [];
  /** @type {number[]} */
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(last[column - 1] + (same ? 0 : 1), last[column] + 1, current[column - 1] + 1);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, beforeLast[column - 2] + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > max) return max + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length];
}
