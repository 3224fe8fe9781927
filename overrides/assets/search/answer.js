// @ts-check
// One question to one index: what it means there, and which articles answer it best.
import { withSynonyms } from "./glossary.js";
import { findHomophones, findInitials, findPinyin } from "./homophones.js";
import { find, slotsOf } from "./query.js";
import { rank } from "./rank.js";
import { findNearest } from "./spelling.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./rank.js").Slot} Slot */
/** @typedef {import("./rank.js").Ranking} Ranking */
/**
 * @typedef {object} Found
 * @property {Index} index
 * @property {Slot[]} slots
 * @property {Ranking[]} rankings best first
 * @property {number} share how much of the question the best of them hold, up to 1
 */

/** @param {Index} index @param {string} query @returns {Promise<Found>} */
export async function ask(index, query) {
  const slots = await meaning(index, query);
  const rankings = rank(slots, index.articles, index.manifest.lengths);
  const share = rankings.slice(0, 3).reduce((most, ranking) => Math.max(most, ranking.share), 0);
  return { index, slots, rankings, share };
}

/** @param {Index} index @param {string} query @returns {Promise<Slot[]>} */
async function meaning(index, query) {
  const asked = slotsOf(query, index);
  await find(asked, index);
  const slots = withSynonyms(query, asked, index);
  await find(slots.filter((slot) => slot.share !== undefined), index);
  /** @type {Slot[]} */
  const meant = [];
  for (const slot of slots) {
    const unknown = !slot.dense && !slot.parts.length && slot.share === undefined;
    const sounding = unknown ? await sounds(slot, index) : [];
    if (unknown && !sounding.length) await findNearest(slot, index, slot === asked[asked.length - 1]);
    meant.push(...(sounding.length ? sounding : [slot]));
  }
  await findHomophones(meant.filter((slot) => slot.dense), index);
  return meant;
}

/** What a word that stands nowhere means by its sound. @param {Slot} slot @param {Index} index */
async function sounds(slot, index) {
  const pinyin = await findPinyin(slot, index);
  return pinyin.length ? pinyin : findInitials(slot, index);
}
