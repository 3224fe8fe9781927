// @ts-check
// Homophones: the usual Chinese typing error is a wrong character that sounds right.
import { shardKey } from "./shards.js";

/** @typedef {import("./inverted_index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("./ranking.js").QueryTerm} QueryTerm */

/** Matches the pairs that the index lacks with those that sound alike.
 * @param {QueryTerm[]} queryTerms @param {InvertedIndex} index */
export async function matchHomophones(queryTerms, index) {
  const { pronunciation } = index.manifest;
  for (const queryTerm of queryTerms) {
    if (queryTerm.matches.length) continue;
    const [first, second] = Array.from(queryTerm.term, (character) => pronunciation.positions.get(character));
    if (first === undefined || second === undefined) continue;
    const [firstStart, firstEnd] = pronunciation.homophones(first);
    const [secondStart, secondEnd] = pronunciation.homophones(second);
    /** @type {number[]} */
    const keys = [];
    for (let one = firstStart; one < firstEnd; one++) {
      for (let two = secondStart; two < secondEnd; two++) keys.push(shardKey(pronunciation, one, two));
    }
    if (index.isComplete) await index.loadKeys(keys);
    queryTerm.matches = index.matches(keys);
  }
}
