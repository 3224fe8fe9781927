// @ts-check
// Where the words of a phrase stand when a name, a number in words or a whole chat is between them.
// hooks/handrail/secrets/word_sequences.py does exactly the same, function by function.
import { contains } from "./rules.js";
import { BLOCK, PHRASE } from "./word_runs.js";

/** @typedef {import("./words.js").Word} Word */

const LONGEST_STRIDE = 7;
const REPEATED = 6;
const MAX_FILL = 8;
const VARIED = 8;

/**
 * Indexes of every second, third … word; of the first and the last of each item; of all that are not repeated.
 * @param {string} lower @param {Word[]} words @returns {number[][]}
 */
export function sequencesOf(lower, words) {
  if (words.length < BLOCK) return [];
  const sequences = [];
  const all = words.map((_, index) => index);
  for (let stride = 2; stride <= LONGEST_STRIDE; stride++) {
    for (let first = 0; first < stride; first++) {
      const sequence = [];
      for (let index = first; index < words.length; index += stride) sequence.push(index);
      sequences.push(sequence);
    }
  }
  const starts = all.filter((index) => !index || isItem(lower, words, index));
  sequences.push(starts, [...starts.slice(1), words.length].map((index) => index - 1));
  const counts = countsOf(words.map(({ text }) => text));
  const isRepeated = (/** @type {string} */ text) => /** @type {number} */ (counts.get(text)) >= REPEATED;
  const fill = [...counts.keys()].filter(isRepeated).length;
  if (fill && fill <= MAX_FILL) sequences.push(all.filter((index) => !isRepeated(words[index].text)));
  return sequences;
}

/**
 * Whether a word begins a line, a sentence or an item.
 * @param {string} lower @param {Word[]} words @param {number} index
 */
const isItem = (lower, words, index) => contains("item", lower.slice(words[index - 1].end, words[index].start));

/**
 * Whether twelve of the words are as different as chance makes them. Those of tables and code are repeated.
 * @param {string[]} texts
 */
export function isVaried(texts) {
  const enough = Math.min(VARIED, texts.length - 1);
  if (new Set(texts).size < enough) return false;
  for (let start = 0; start < Math.max(1, texts.length - PHRASE + 1); start++) {
    if (new Set(texts.slice(start, start + PHRASE)).size >= enough) return true;
  }
  return false;
}

/** Whether all words but one or two are the same, as in published examples. @param {string[]} texts */
export const isOneWord = (texts) => Math.max(...countsOf(texts).values()) >= texts.length - 2;

/** How often each text is there. @param {string[]} texts */
function countsOf(texts) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
