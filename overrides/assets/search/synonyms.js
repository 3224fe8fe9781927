// @ts-check
// Words that mean the same: who asks with one of them finds the others too.
import { analyze } from "./analyzer.js";

/** @typedef {import("./inverted_index.js").Index} Index */
/** @typedef {import("./ranking.js").Slot} Slot */

export const SYNONYM = { share: 0.3 };

/** Terms as one text in which a sequence of them can be looked for. @param {{ term: string }[]} tokens */
const line = (tokens) => ` ${tokens.map(({ term }) => term).join(" ")} `;

/** Adds the terms of all that means the same as a part of the question. Words that stand nowhere, but mean the same
 * as others, go. @param {string} text @param {Slot[]} slots @param {Index} index @returns {Slot[]} */
export function withSynonyms(text, slots, index) {
  const { alphabet, glossary } = index.manifest;
  const asked = line(analyze(text, alphabet));
  /** @type {Map<string, Slot>} */
  const added = new Map();
  const explained = new Set();
  for (const group of (index.groups ??= glossary.map((words) => words.map((word) => analyze(word, alphabet))))) {
    const meant = group.filter((tokens) => tokens.length && asked.includes(line(tokens)));
    if (!meant.length) continue;
    for (const tokens of meant) for (const { term } of tokens) explained.add(term);
    for (const tokens of group) {
      if (meant.includes(tokens)) continue;
      for (const { term, word, dense } of tokens) {
        added.set(term, { term, start: 0, end: 0, word, dense, run: tokens.length, share: SYNONYM.share, parts: [] });
      }
    }
  }
  for (const { term } of slots) added.delete(term);
  return [...slots.filter(({ term, parts }) => parts.length || !explained.has(term)), ...added.values()];
}
