// @ts-check
// Synonyms: a query with one word of a glossary's group also finds the others.
import { analyze } from "./analyzer.js";

/** @typedef {import("./inverted_index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("./ranking.js").QueryTerm} QueryTerm */

/** Terms as one text in which a sequence of them can be looked for. @param {{ term: string }[]} tokens */
const asLine = (tokens) => ` ${tokens.map(({ term }) => term).join(" ")} `;

/** Adds the synonyms of what was typed. Words that the index lacks go where they have synonyms.
 * @param {string} query @param {QueryTerm[]} queryTerms @param {InvertedIndex} index @returns {QueryTerm[]} */
export function withSynonyms(query, queryTerms, index) {
  const { characterTable, glossary, weights } = index.manifest;
  const line = asLine(analyze(query, characterTable));
  /** @type {Map<string, QueryTerm>} */
  const added = new Map();
  const explained = new Set();
  index.glossaryTokens ??= glossary.map((group) => group.map((words) => analyze(words, characterTable)));
  for (const group of index.glossaryTokens) {
    const typed = group.filter((tokens) => tokens.length && line.includes(asLine(tokens)));
    if (!typed.length) continue;
    for (const tokens of typed) for (const { term } of tokens) explained.add(term);
    for (const tokens of group) {
      if (typed.includes(tokens)) continue;
      for (const token of tokens) {
        const synonym = { ...token, start: 0, end: 0, runLength: tokens.length, synonymWeight: weights.synonym };
        added.set(token.term, { ...synonym, matches: [] });
      }
    }
  }
  for (const { term } of queryTerms) added.delete(term);
  return [...queryTerms.filter(({ term, matches }) => matches.length || !explained.has(term)), ...added.values()];
}
