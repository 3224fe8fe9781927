// @ts-check
// What a search server is asked for: a question cut by our own analyzer, as the records that it has were cut.
// hooks/handrail/search_export/cut_terms.py does exactly the same, but for stop words.
import { analyze } from "../search/analyzer.js";

/** @typedef {import("../search/analyzer.js").Token} Token */

/** The terms of a question in order, each once: of a run of unspaced characters only its pairs, if it has any.
 * Where there are others, without stop words.
 * @param {string} question @param {import("../search/manifest.js").Manifest} manifest */
export function termsOf(question, { characterTable, stopWords }) {
  const asked = cut(question, characterTable);
  const common = new Set(cut(stopWords, characterTable));
  const telling = asked.filter((term) => !common.has(term));
  return telling.length ? telling : asked;
}

/** @param {string} text @param {import("../search/character_table.js").CharacterTable} characterTable */
function cut(text, characterTable) {
  const tokens = analyze(text, characterTable, true);
  const isCharacter = (/** @type {Token} */ { term, unspaced }) => unspaced && Array.from(term).length === 1;
  const touches = (/** @type {Token} */ { start, end }, /** @type {Token | undefined} */ next) =>
    next !== undefined && next.start < end && next.end > start;
  const telling = tokens.filter((token, index) =>
    !isCharacter(token) || ![tokens[index - 1], tokens[index + 1]].some((next) => touches(token, next)),
  );
  return [...new Set(telling.map(({ term }) => term))];
}
