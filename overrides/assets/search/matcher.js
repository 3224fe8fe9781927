// @ts-check
// One query to one index: what its terms match there, and which articles answer it best.
import { joinedWords, splitWord } from "./compounds.js";
import { matchHomophones } from "./homophones.js";
import { matchInitials, matchPinyin, mendedSyllables, syllablesOf } from "./pinyin.js";
import { MAX_SHARDS, lookUp, queryTermsOf, tellingTerms, withoutShapes } from "./query_terms.js";
import { byScore, idf, rank, weightInText } from "./ranking.js";
import { matchNearest } from "./spelling.js";
import { withSynonyms } from "./synonyms.js";
import { densestWindow } from "./term_positions.js";

/** @typedef {import("./inverted_index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("./ranking.js").QueryTerm} QueryTerm */
/** @typedef {import("./ranking.js").Ranking} Ranking */
/** @typedef {import("./term_positions.js").SoughtTerms} SoughtTerms */
/**
 * @typedef {object} Match what one index says to a query
 * @property {InvertedIndex} index
 * @property {SoughtTerms} soughtTerms
 * @property {Ranking[]} rankings the best ones, best first
 * @property {number} share how much of the query the best articles hold, up to 1
 * @property {QueryTerm[]} queryTerms as the index understands them
 * @property {number} knownShare how many of its terms are in the index as they were typed
 * @property {boolean} hasTerms whether there was any word in it
 * @property {boolean} hasUnknownWords whether the index lacks any of its words
 */

const PROXIMITY = { unspaced: 40, spaced: 120, terms: 8 }; // characters of a window; fewer terms than these count less
const MAX_READ = 15; // articles whose texts are read for it

/** @param {InvertedIndex} index @param {string} query @param {number} limit how many articles will be shown
 * @param {(match: Match) => Promise<void>} [first] is given what the first shards tell, where there are many
 * @returns {Promise<Match>} */
export async function matchArticles(index, query, limit, first) {
  query = withoutShapes(query, index);
  const queryTerms = queryTermsOf(query, index);
  if (first && !index.hasOneText) {
    const lookedUp = await lookUp(queryTerms, index, MAX_SHARDS.first);
    const offline = Object.assign(Object.create(index), { load() {}, complete() {} }); // it fetches nothing more
    const telling = tellingTerms(lookedUp);
    await first(ranked(index, telling, await interpret(offline, query, telling)));
  }
  await lookUp(queryTerms, index);
  const telling = tellingTerms(queryTerms);
  const match = ranked(index, telling, await interpret(index, query, telling));
  await addProximity(match, index.hasOneText ? MAX_READ : limit);
  return match;
}

/** @param {InvertedIndex} index @param {QueryTerm[]} typed @param {QueryTerm[]} queryTerms @returns {Match} */
function ranked(index, typed, queryTerms) {
  const rankings = rank(queryTerms, index);
  const share = rankings.slice(0, 3).reduce((most, ranking) => Math.max(most, ranking.share), 0);
  const soughtTerms = soughtTermsOf(queryTerms, index);
  const knownShare = knownShareOf(typed);
  const [hasTerms, hasUnknownWords] = [typed.length > 0, typed.some(isUnknownWord)];
  return { index, queryTerms, soughtTerms, rankings, share, knownShare, hasTerms, hasUnknownWords };
}

/** @param {QueryTerm[]} typed */
function knownShareOf(typed) {
  const telling = typed.filter(({ term, unspaced, runLength }) => !unspaced || term.length > 1 || runLength === 1);
  return telling.filter(({ matches }) => matches.length).length / Math.max(1, telling.length);
}

/** The terms of a query as the index understands them: synonyms added, and for those that it lacks pinyin, initials,
 * nearest words and homophones.
 * @param {InvertedIndex} index @param {string} query @param {QueryTerm[]} typed @returns {Promise<QueryTerm[]>} */
export async function interpret(index, query, typed) {
  const copies = typed.map((queryTerm) => ({ ...queryTerm, matches: [...queryTerm.matches] }));
  const queryTerms = withSynonyms(query, copies, index);
  await lookUp(queryTerms.filter(({ synonymWeight }) => synonymWeight !== undefined), index);
  if (queryTerms.some(isUnknownWord)) await index.complete();
  const last = typed.at(-1)?.term;
  /** @type {QueryTerm[]} */
  const interpreted = [];
  for (let position = 0; position < queryTerms.length; position++) {
    /** @type {import("./pinyin.js").PinyinWord[]} */
    const pinyin = [];
    for (const word of queryTerms.slice(position)) {
      const syllables = isUnknownWord(word) && syllablesOf(word.word, index, word.term === last);
      if (!syllables) break;
      pinyin.push({ word, syllables });
    }
    const pairs = await matchPinyin(pinyin, index);
    if (pairs.length) position += pinyin.length - 1;
    interpreted.push(...(pairs.length ? pairs : await interpretAlone(queryTerms[position], index, last)));
  }
  interpreted.push(...(await joinedWords(typed, index)));
  await matchHomophones(interpreted.filter(({ unspaced }) => unspaced), index);
  return interpreted;
}

/** An unknown word as the words that it is made of, as initials, the nearest words or mistyped pinyin.
 * @param {QueryTerm} queryTerm @param {InvertedIndex} index @param {string} last of the query's terms */
async function interpretAlone(queryTerm, index, last) {
  if (!isUnknownWord(queryTerm)) return [queryTerm];
  const words = await splitWord(queryTerm, index);
  if (words.length) return words;
  const initials = await matchInitials(queryTerm, index);
  if (initials.length) return initials;
  const isLast = queryTerm.term === last;
  await matchNearest(queryTerm, index, isLast);
  if (queryTerm.matches.length) return [queryTerm];
  const syllables = await mendedSyllables(queryTerm.word, index, isLast);
  const pairs = await matchPinyin([{ word: queryTerm, syllables }], index);
  return pairs.length ? pairs : [queryTerm];
}

/** @param {QueryTerm} queryTerm */
const isUnknownWord = ({ unspaced, matches, synonymWeight }) =>
  !unspaced && !matches.length && synonymWeight === undefined;

/** What to mark in the texts. A single character is marked only where it was not typed as part of a longer match.
 * @param {QueryTerm[]} queryTerms @param {InvertedIndex} index @returns {SoughtTerms} */
export function soughtTermsOf(queryTerms, index) {
  /** @type {SoughtTerms["byNumber"]} */
  const byNumber = new Map();
  const { weights } = index.manifest;
  const pairs = queryTerms.filter(({ unspaced, term, matches }) => unspaced && term.length > 1 && matches.length);
  for (const queryTerm of queryTerms) {
    const { unspaced, synonymWeight = 1 } = queryTerm;
    const isMarked = !unspaced || queryTerm.term.length > 1 || !pairs.some(({ term }) => term.includes(queryTerm.term));
    for (const { key, postings, factor } of queryTerm.matches) {
      const term = index.term(key);
      const weight = weightInText(queryTerm, weights) * synonymWeight * factor * idf(postings.frequency, index.articles);
      byNumber.set(index.positionsCache.number(term), { term, weight, isMarked, unspaced });
    }
  }
  const isSought = new Uint8Array(index.positionsCache.numbers.size);
  for (const number of byNumber.keys()) isSought[number] = 1;
  return { byNumber, isSought };
}

/** Raises those of the first articles in which the terms stand close together. That counts less for a short query, and
 * where a title matches it. @param {Match} match @param {number} count */
async function addProximity({ index, rankings, soughtTerms }, count) {
  const first = rankings.slice(0, count);
  const titleMatch = Math.max(0, ...first.map((ranking) => ranking.titleMatch));
  const { proximity } = index.manifest.weights;
  const factor = proximity * Math.min(1, soughtTerms.byNumber.size / PROXIMITY.terms) * (1 - titleMatch) ** 2;
  const articles = await Promise.all(first.map(({ article }) => index.termPositions(article)));
  first.forEach((ranking, number) => {
    const positions = articles[number];
    const windows = positions.fieldEnds.map((_, field) =>
      densestWindow(positions.hits(field, soughtTerms), PROXIMITY.unspaced, PROXIMITY.spaced),
    );
    ranking.score += factor * Math.max(0, ...windows.map(({ weight }) => weight));
  });
  rankings.splice(0, first.length, ...first.sort(byScore));
}
