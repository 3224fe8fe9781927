// @ts-check
// Finds recovery phrases of words: those of a list in a row, whatever stands between them.
// hooks/handrail/secrets/word_phrases.py does exactly the same, function by function.
import { pattern } from "./rules.js";
import { isOrdinary, isTypo } from "./typing_errors.js";
import { BLOCK, PHRASE, SEED, listsOfRuns, runsOf, wholeRuns } from "./word_runs.js";
import { isOneWord, isVaried, sequencesOf } from "./word_sequences.js";
import { CHINESE, COUNT, ENGLISH, PREFIXES } from "./wordlists.js";
import { wordsOf } from "./words.js";

/** @typedef {import("./word_runs.js").Match} Match */
/** @typedef {import("./words.js").NormalizedText} NormalizedText */
/** @typedef {import("./words.js").Word} Word */

const SEPARATORS = 2;

/** @param {NormalizedText} normalized @returns {Match[]} */
export function findWordPhrases(normalized) {
  const words = wordsOf(normalized);
  const lists = words.map((word) => word.lists);
  const matches = codesOf(listsOfRuns(lists, SEED)).flatMap((code) => findAdjacent(normalized.lower, words, code));
  for (const indexes of sequencesOf(normalized.lower, words)) {
    for (const code of codesOf(listsOfRuns(indexes.map((index) => lists[index]), BLOCK))) {
      matches.push(...findSpread(indexes.map((index) => words[index]), code));
    }
  }
  return matches;
}

/** @param {number} lists */
const codesOf = (lists) => Array.from({ length: COUNT }, (_, code) => code).filter((code) => (lists >> code) & 1);

/** @param {Word[]} words @param {number} code */
const flagsOf = (words, code) => words.map(({ lists }) => (lists >> code) & 1).join("");

/** Phrases whose words stand one after the other. @param {string} lower @param {Word[]} words @param {number} code */
function findAdjacent(lower, words, code) {
  /** @type {Match[]} */
  const matches = [];
  for (const [rule, first, last] of phraseRuns(lower, words, code)) {
    const run = words.slice(first, last + 1);
    if (rule === "phrase-part" && !isRegular(lower, run)) continue; // a sentence with punctuation
    const texts = run.map(({ text }) => text);
    const isCertain = code === ENGLISH || !run[0].isGlued; // long laughter has a fingerprint too
    if (!isVaried(texts) && !(isOneWord(texts) && isCertain)) continue;
    matches.push([ruleOf(rule, code), words[first].start, words[last].end]);
  }
  return matches;
}

/** Phrases with other words between theirs, which are left out here. @param {Word[]} words @param {number} code */
function findSpread(words, code) {
  /** @type {Match[]} */
  const matches = [];
  for (const [rule, first, last] of wholeRuns(flagsOf(words, code), BLOCK)) {
    if (!isVaried(words.slice(first, last + 1).map(({ text }) => text))) continue;
    matches.push([ruleOf(rule, code), words[first].start, words[last].end]);
  }
  return matches;
}

/** @param {string} rule @param {number} code */
const ruleOf = (rule, code) => (code === CHINESE ? "phrase-characters" : rule);

/** @param {string} lower @param {Word[]} words @param {number} code */
function phraseRuns(lower, words, code) {
  const flags = flagsOf(words, code);
  if (code === PREFIXES) return wholeRuns(flags, PHRASE);
  if (code === CHINESE) return runsOf(flags, () => true);
  /** @type {Map<string, boolean>} */
  const known = new Map(); // only for this text: nothing typed is kept
  const isKnownTypo = (/** @type {string} */ text) => {
    if (!known.has(text)) known.set(text, isTypo(text));
    return known.get(text) === true;
  };
  return runsOf(flags, (first, missing) => isNear(lower, words, first, missing, code, isKnownTypo));
}

/**
 * Whether the words of a window that are not listed may be mistyped. Two, or a word of every sentence, may be so only
 * where the separators are alike. Only of English it is known what stands one letter away.
 * @param {string} lower @param {Word[]} words @param {number} first @param {number[]} missing @param {number} code
 * @param {(text: string) => boolean} isKnownTypo
 */
function isNear(lower, words, first, missing, code, isKnownTypo) {
  const strays = missing.filter((index) => !words[index].isGlued).map((index) => words[index].text);
  const isAlike = isRegular(lower, words.slice(first, first + PHRASE));
  if (missing.length === 2 && !isAlike) return false;
  if (code !== ENGLISH) return strays.every((text) => text.length > 1);
  const mayBeOrdinary = missing.length === 1 && isAlike;
  return strays.every((text) => isKnownTypo(text) && (mayBeOrdinary || !isOrdinary(text)));
}

/** Whether what stands between words is alike but for numbers. @param {string} lower @param {Word[]} words */
function isRegular(lower, words) {
  const separators = words.slice(1).map(({ start }, index) => lower.slice(words[index].end, start));
  return new Set(separators.map((text) => text.replace(pattern("number"), ""))).size <= SEPARATORS;
}
