// @ts-check
// How sure an answer is: how much of the question its article holds, of the words that tell one question from another.
import { analyze } from "./analyzer.js";
import { idf, weightInShortFields } from "./ranking.js";

/** @typedef {import("./inverted_index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("./ranking.js").QueryTerm} QueryTerm */

/** From 0 to 1. @param {QueryTerm[]} queryTerms as the index understands them @param {number} article
 * @param {InvertedIndex} index */
export function certaintyOf(queryTerms, article, index) {
  const { articles, manifest } = index;
  const { characterTable, stopWords, weights } = manifest;
  const { certainty } = weights;
  index.stopTerms ??= new Set(analyze(stopWords, characterTable).map(({ term }) => term));
  let asked = 0;
  let answered = 0;
  for (const queryTerm of queryTerms) {
    const { term, matches, synonymWeight } = queryTerm;
    const exact = matches.find(({ key }) => key === index.key(term));
    const stopWord = index.stopTerms.has(term) ? certainty.stop_word : 1;
    const weight = stopWord * weightInShortFields(queryTerm, weights) * idf(exact?.postings.frequency ?? 0, articles);
    const shares = matches.map((match) => {
      const { shortFields, articles: inTexts } = match.postings;
      const isInShortField = shortFields.some((field) => field >> 8 === article);
      if (!isInShortField && !inTexts.includes(article)) return 0;
      return (match === exact ? 1 : certainty.guess * match.factor) * (isInShortField ? 1 : certainty.text);
    });
    if (synonymWeight === undefined) asked += weight;
    answered += weight * Math.max(0, ...shares);
  }
  return answered && Math.min(1, answered / asked);
}
