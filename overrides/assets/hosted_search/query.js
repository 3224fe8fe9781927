// @ts-check
// What a search server is asked for: a question cut by our own analyzer, as the records that it has were cut.
// hooks/handrail/search_export/cut_terms.py does exactly the same, but for stop words.
import { analyze } from "../search/analyzer.js";

/** The terms of a question in order, each once: of a run of unspaced characters only its pairs, if it has any.
 * Where there are others, without stop words.
 * @param {string} question @param {Pick<import("../search/manifest.js").Manifest, "characterTable" | "stopWords">} manifest */
export function termsOf(question, { characterTable, stopWords }) {
  const asked = cut(question, characterTable);
  const common = new Set(cut(stopWords, characterTable));
  const telling = asked.filter((term) => !common.has(term));
  return telling.length ? telling : asked;
}

/** @param {string} text @param {import("../search/character_table.js").CharacterTable} characterTable */
function cut(text, characterTable) {
  const tokens = analyze(text, characterTable, true);
  const isInPair = (/** @type {import("../search/analyzer.js").Token} */ { term, unspaced, start, end }, /** @type {number} */ index) =>
    unspaced &&
    Array.from(term).length === 1 &&
    [tokens[index - 1], tokens[index + 1]].some((next) => next && next.start < end && next.end > start);
  return [...new Set(tokens.filter((token, index) => !isInPair(token, index)).map(({ term }) => term))];
}
