// @ts-check
// From what was typed to the terms that are looked up.
import { analyze } from "./analyzer.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./rank.js").Slot} Slot */

const LONGEST_QUESTION = 400;

/** The different terms of a question. @param {string} text @param {Index} index @returns {Slot[]} */
export function slotsOf(text, index) {
  /** @type {Map<string, Slot>} */
  const slots = new Map();
  const tokens = analyze(text.slice(0, LONGEST_QUESTION), index.manifest.alphabet);
  for (let first = 0, next; first < tokens.length; first = next) {
    for (next = first + 1; next < tokens.length && tokens[next].start < tokens[next - 1].end; ) next += 1;
    for (const { term, start, end, word, dense } of tokens.slice(first, next)) {
      if (!slots.has(term)) slots.set(term, { term, start, end, word, dense, run: (next - first + 1) / 2, parts: [] });
    }
  }
  return [...slots.values()];
}

/** Looks every slot up. @param {Slot[]} slots @param {Index} index */
export async function find(slots, index) {
  const names = slots.map(({ term }) => index.name(term));
  await index.load(names.map((name) => index.shard(name)));
  slots.forEach((slot, place) => {
    const postings = index.get(names[place]);
    if (postings) slot.parts.push({ name: names[place], postings, factor: 1 });
  });
}
