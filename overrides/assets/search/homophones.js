// @ts-check
// Chinese typed by its sound: a wrong character that sounds right, pinyin typed as such, or its initials only.
import { shardKey } from "./shards.js";

/** @typedef {import("./inverted_index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("./ranking.js").QueryTerm} QueryTerm */

const INITIALS = "-"; // prefix of such terms; hooks/handrail/search/inverted_index.py has the same
const MAX_INITIALS = 3;

/** Matches the pairs that the index lacks with those that sound alike.
 * @param {QueryTerm[]} queryTerms @param {InvertedIndex} index */
export async function matchHomophones(queryTerms, index) {
  const { pronunciation, weights } = index.manifest;
  for (const queryTerm of queryTerms) {
    if (queryTerm.matches.length) continue;
    const [first, second] = Array.from(queryTerm.term, (character) => pronunciation.positions.get(character));
    if (first === undefined || second === undefined) continue;
    const [firstStart, firstEnd] = pronunciation.homophones(first);
    const [secondStart, secondEnd] = pronunciation.homophones(second);
    /** @type {Map<number, number>} factors, by key */
    const factors = new Map();
    for (let one = firstStart; one < firstEnd; one++) {
      for (let two = secondStart; two < secondEnd; two++) {
        const factor = one === first || two === second ? weights.homophone : weights.homophones;
        factors.set(shardKey(pronunciation, one, two), factor);
      }
    }
    if (index.isComplete) await index.loadKeys(factors.keys());
    for (const [key, factor] of factors) {
      const postings = index.get(key);
      if (postings) queryTerm.matches.push({ key, postings, factor });
    }
  }
}

/** The character pairs that words stand for if they are pinyin; none where they are not, or where no pair sounds so.
 * @param {QueryTerm[]} words @param {InvertedIndex} index @returns {Promise<QueryTerm[]>} */
export async function matchPinyin(words, index) {
  const { pronunciation } = index.manifest;
  const typed = words.flatMap((word) =>
    (pronunciation.split(word.word) ?? []).map((syllable) => ({ word, syllable })),
  );
  /** @type {QueryTerm[]} */
  const pairs = [];
  for (let position = 1; position < typed.length; position++) {
    const [one, two] = [typed[position - 1], typed[position]];
    const term = `${one.syllable} ${two.syllable}`;
    /** @type {QueryTerm} */
    const pair = { ...one.word, end: two.word.end, term, unspaced: true, runLength: typed.length, matches: [] };
    const seconds = pronunciation.pronounced(two.syllable);
    const keys = pronunciation
      .pronounced(one.syllable)
      .flatMap((first) => seconds.map((second) => shardKey(pronunciation, first, second)));
    await index.loadKeys(keys);
    for (const key of keys) {
      const postings = index.get(key);
      if (postings) pair.matches.push({ key, postings, factor: 1 });
    }
    pairs.push(pair);
  }
  return pairs.some(({ matches }) => matches.length) ? pairs : [];
}

/** @param {QueryTerm} queryTerm @param {InvertedIndex} index */
export const isPinyin = ({ word }, index) => index.manifest.pronunciation.split(word) !== undefined;

/** The terms of a word that may be the initials of what is meant.
 * @param {QueryTerm} queryTerm @param {InvertedIndex} index @returns {Promise<QueryTerm[]>} */
export async function matchInitials(queryTerm, index) {
  /** @type {QueryTerm[]} */
  const queryTerms = [];
  const { word } = queryTerm;
  for (let start = 0; start === 0 || start + MAX_INITIALS <= word.length; start++) {
    const key = INITIALS + word.slice(start, start + MAX_INITIALS);
    await index.loadKeys([key]);
    const postings = index.get(key);
    if (!postings) return [];
    queryTerms.push({ ...queryTerm, term: key, matches: [{ key, postings, factor: 1 }] });
  }
  return queryTerms;
}
