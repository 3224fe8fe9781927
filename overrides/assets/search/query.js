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
  for (const { term, start, end, word, dense } of analyze(text.slice(0, LONGEST_QUESTION), index.manifest.alphabet)) {
    if (!slots.has(term)) slots.set(term, { term, start, end, word, dense, parts: [] });
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
