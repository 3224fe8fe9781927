// @ts-check
// From what was typed to the terms that are looked up.
import { analyze } from "./analyzer.js";

/** @typedef {import("./inverted_index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("./ranking.js").QueryTerm} QueryTerm */

const MAX_QUERY_LENGTH = 4000;
const MAX_TERMS = 60;
/** How many shards are fetched for a query where they are single files: for its first answer, and in all. */
export const MAX_SHARDS = { first: 4, all: 12 };

/** The different terms of a query. @param {string} query @param {InvertedIndex} index @returns {QueryTerm[]} */
export function queryTermsOf(query, index) {
  /** @type {Map<string, QueryTerm>} */
  const queryTerms = new Map();
  const tokens = analyze(query.slice(0, MAX_QUERY_LENGTH), index.manifest.characterTable);
  for (let first = 0, next; first < tokens.length; first = next) {
    for (next = first + 1; next < tokens.length && tokens[next].start < tokens[next - 1].end; ) next += 1;
    const runLength = (next - first + 1) / 2;
    for (const token of tokens.slice(first, next)) {
      if (!queryTerms.has(token.term)) queryTerms.set(token.term, { ...token, runLength, matches: [] });
    }
  }
  return [...queryTerms.values()];
}

/** A query without what has a shape that the index names: an address, a number of some kind. Where nothing else is said,
 * the title of the article that is for it. @param {string} query @param {InvertedIndex} index */
export function withoutShapes(query, { manifest }) {
  for (const [shape, title] of manifest.shapes) {
    const words = query.replace(new RegExp(shape, "gi"), " ");
    query = words === query || /[\p{L}\p{N}]/u.test(words) ? words : title;
  }
  return query;
}

/** Of a long text that was pasted, only the rarest terms that are in the index. @param {QueryTerm[]} queryTerms */
export function tellingTerms(queryTerms) {
  if (queryTerms.length <= MAX_TERMS) return queryTerms;
  const frequency = (/** @type {QueryTerm} */ { matches: [{ postings }] }) => postings.frequency;
  const known = queryTerms.filter(({ matches }) => matches.length).sort((a, b) => frequency(a) - frequency(b));
  return known.slice(0, MAX_TERMS).sort((a, b) => a.start - b.start);
}

/** Matches terms with the index as they are. Where every shard is a request, only the most telling ones are fetched.
 * @param {QueryTerm[]} queryTerms @param {InvertedIndex} index @param {number} maxShards
 * @returns {Promise<QueryTerm[]>} those whose shards are loaded */
export async function lookUp(queryTerms, index, maxShards = MAX_SHARDS.all) {
  const keys = queryTerms.map(({ term }) => index.key(term));
  await (index.isComplete
    ? index.loadKeys(keys)
    : index.load(shardsByValue(queryTerms, keys, index).slice(0, maxShards)));
  for (const queryTerm of queryTerms) queryTerm.matches = index.matches([index.key(queryTerm.term)]);
  return queryTerms.filter(({ term }) => index.loaded.has(index.shard(index.key(term))));
}

/** The shards of a query, those with its rarest terms first.
 * @param {QueryTerm[]} queryTerms @param {(string | number)[]} keys @param {InvertedIndex} index */
function shardsByValue(queryTerms, keys, index) {
  const { positions, levels } = index.manifest.pronunciation;
  const highest = Math.log2(index.articles) + 1;
  /** @type {Map<number, number>} */
  const values = new Map();
  queryTerms.forEach(({ term, unspaced }, number) => {
    const shard = index.shard(keys[number]);
    const rarities = Array.from(term, (character) => highest - (levels[positions.get(character) ?? -1] ?? 0));
    const rarity = rarities.reduce((sum, value) => sum + value, 0);
    const value = unspaced ? rarity / (term.length > 1 ? 1 : 2) : highest + term.length;
    values.set(shard, (values.get(shard) ?? 0) + value);
  });
  return [...values].sort(([, a], [, b]) => b - a).map(([shard]) => shard);
}
