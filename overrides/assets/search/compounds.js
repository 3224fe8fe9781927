// @ts-check
// Words written together or apart: logout and "log out", wifi and Wi-Fi, maxRetryCount and "max retry count".
import { stem } from "./stemmer.js";

/** @typedef {import("./inverted_index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("./postings.js").Postings} Postings */
/** @typedef {import("./ranking.js").QueryTerm} QueryTerm */

const MIN_PART = 2; // letters
const MAX_LENGTH = 24;

/** The words of the index that two typed next to each other make together, where it lacks one of those.
 * @param {QueryTerm[]} queryTerms @param {InvertedIndex} index @returns {Promise<QueryTerm[]>} */
export async function joinedWords(queryTerms, index) {
  const { compound } = index.manifest.weights;
  const joined = queryTerms.slice(1).flatMap((second, position) => {
    const first = queryTerms[position];
    const areKnown = first.matches.length && second.matches.length;
    if (areKnown || first.unspaced || second.unspaced || second.start - first.end > 1) return [];
    const word = first.word + second.word;
    return [{ ...second, start: first.start, term: stem(word), word, synonymWeight: compound }];
  });
  const typed = new Set(queryTerms.map(({ term }) => term));
  const words = joined.filter(({ term }) => !typed.has(term));
  await index.loadKeys(words.map(({ term }) => term));
  return words
    .map((word) => ({ ...word, matches: index.matches([word.term]) }))
    .filter(({ matches }) => matches.length);
}

/** The words that an unknown one is made of: the fewest that stand in one article.
 * @param {QueryTerm} queryTerm @param {InvertedIndex} index @returns {Promise<QueryTerm[]>} none where there are none */
export async function splitWord(queryTerm, index) {
  const { word } = queryTerm;
  if (word.length > MAX_LENGTH && !queryTerm.parts) return [];
  const candidates = queryTerm.parts ? [queryTerm.parts] : partitions(word, index.isComplete ? 3 : 2);
  const splits = candidates
    .filter((parts) => parts.length > 1)
    .map((parts) => parts.map((part) => ({ ...queryTerm, word: part, term: stem(part) })));
  await index.loadKeys(splits.flat().map(({ term }) => term));
  for (const parts of splits.sort((a, b) => a.length - b.length)) {
    const matches = parts.map(({ term }) => index.matches([term]));
    const postings = matches.flat().map((match) => match.postings);
    if (postings.length < parts.length || !shareArticle(postings)) continue;
    return parts.map((part, number) => ({ ...part, matches: matches[number] }));
  }
  return [];
}

/** A word cut into at most `max` parts, in every way. @param {string} word @param {number} max @returns {string[][]} */
function partitions(word, max) {
  const whole = [[word]];
  if (max === 1) return whole;
  const ends = Array.from({ length: Math.max(0, word.length - 2 * MIN_PART + 1) }, (_, offset) => offset + MIN_PART);
  return whole.concat(
    ends.flatMap((end) => partitions(word.slice(end), max - 1).map((rest) => [word.slice(0, end), ...rest])),
  );
}

/** @param {Postings[]} postings */
function shareArticle(postings) {
  const [first, ...others] = postings.map(
    ({ articles, shortFields }) => new Set([...articles, ...shortFields.map((field) => field >> 8)]),
  );
  return [...first].some((article) => others.every((other) => other.has(article)));
}
