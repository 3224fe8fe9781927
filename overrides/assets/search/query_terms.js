// @ts-check
// From what was typed to the terms that are looked up.
import { analyze } from "./analyzer.js";

/** @typedef {import("./inverted_index.js").Index} Index */
/** @typedef {import("./ranking.js").Slot} Slot */

const LONGEST_QUESTION = 400;
/** How many shards are fetched for a question where they are single files: for its first answer, and in all. */
export const SHARDS = { first: 4, all: 12 };

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

/** Looks slots up. Where every shard is a request of its own, only the most telling ones are fetched.
 * @param {Slot[]} slots @param {Index} index @param {number} most @returns {Promise<Slot[]>} those that are looked up */
export async function find(slots, index, most = SHARDS.all) {
  const names = slots.map(({ term }) => index.name(term));
  await (index.whole ? index.loadNames(names) : index.load(telling(slots, names, index).slice(0, most)));
  slots.forEach((slot, place) => {
    const postings = index.get(names[place]);
    slot.parts = postings ? [{ name: names[place], postings, factor: 1 }] : [];
  });
  return slots.filter((_, place) => index.loaded.has(index.shard(names[place])));
}

/** The shards that tell most, by how rare the terms are that they hold of the question.
 * @param {Slot[]} slots @param {(string | number)[]} names @param {Index} index */
function telling(slots, names, index) {
  /** @type {Map<number, number>} */
  const values = new Map();
  slots.forEach(({ term, dense }, number) => {
    const shard = index.shard(names[number]);
    const { places, levels } = index.manifest.sounds;
    const all = Math.log2(index.articles) + 1;
    const rarity = Array.from(term, (character) => all - (levels[places.get(character) ?? -1] ?? 0));
    const value = dense ? rarity.reduce((sum, one) => sum + one, 0) / (term.length > 1 ? 1 : 2) : all + term.length;
    values.set(shard, (values.get(shard) ?? 0) + value);
  });
  return [...values.keys()].sort((one, other) => (values.get(other) ?? 0) - (values.get(one) ?? 0));
}
