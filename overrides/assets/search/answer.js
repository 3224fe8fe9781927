// @ts-check
// One question to one index: what it means there, and which articles answer it best.
import { withSynonyms } from "./glossary.js";
import { findHomophones, findInitials, findPinyin } from "./homophones.js";
import { find, slotsOf } from "./query.js";
import { WEIGHTS, better, idf, inText, rank } from "./rank.js";
import { densest } from "./reading.js";
import { findNearest } from "./spelling.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./rank.js").Slot} Slot */
/** @typedef {import("./rank.js").Ranking} Ranking */
/** @typedef {import("./reading.js").Wanted} Wanted */
/**
 * @typedef {object} Found
 * @property {Index} index
 * @property {Wanted} wanted
 * @property {Ranking[]} rankings best first
 * @property {number} share how much of the question the best of them hold, up to 1
 * @property {boolean} asked whether there was any word in it
 * @property {string} [corrected] the question as it was understood, where words were taken for others
 */

const CLOSE = { dense: 40, spaced: 120 }; // characters that words stand close together in
const READ = 15; // articles that this is looked at in

/** @param {Index} index @param {string} query @param {number} limit how many articles will be shown @returns {Promise<Found>} */
export async function ask(index, query, limit) {
  const slots = await meaning(index, query);
  const rankings = rank(slots, index.articles, index.manifest.lengths);
  const share = rankings.slice(0, 3).reduce((most, ranking) => Math.max(most, ranking.share), 0);
  const wanted = wantedOf(slots, index);
  await addCloseness(rankings, wanted, index, index.whole ? READ : limit);
  return { index, wanted, rankings, share, asked: slots.length > 0, corrected: corrected(query, slots, index) };
}

/** @param {Index} index @param {string} query @returns {Promise<Slot[]>} */
export async function meaning(index, query) {
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

/** What to look for in the texts. A single character shows only where it was not asked as part of something longer.
 * @param {Slot[]} slots @param {Index} index @returns {Wanted} */
export function wantedOf(slots, index) {
  /** @type {Wanted} */
  const wanted = new Map();
  const found = slots.filter((slot) => slot.dense && slot.term.length > 1 && slot.parts.length);
  for (const slot of slots) {
    const { dense, share = 1 } = slot;
    const shown = !dense || slot.term.length > 1 || !found.some((pair) => pair.term.includes(slot.term));
    for (const { name, postings, factor } of slot.parts) {
      const term = index.term(name);
      const weight = inText(slot) * share * factor * idf(postings.frequency, index.articles);
      wanted.set(index.readings.number(term), { term, weight, shown, dense });
    }
  }
  return wanted;
}

/** The question with what was found in place of what was typed. @param {string} query @param {Slot[]} slots @param {Index} index */
function corrected(query, slots, index) {
  let text = query;
  for (const { start, end, dense, share, parts } of [...slots].reverse()) {
    if (dense || share !== undefined || !parts.length || parts[0].wrong === undefined) continue;
    text = text.slice(0, start) + index.term(parts[0].name) + text.slice(end);
  }
  return text === query ? undefined : text;
}

/** Raises those of the first articles in which what was asked stands close together. Where one is named as was asked,
 * that counts for less. @param {Ranking[]} rankings @param {Wanted} wanted @param {Index} index @param {number} count */
async function addCloseness(rankings, wanted, index, count) {
  const first = rankings.slice(0, count);
  const factor = WEIGHTS.close * (1 - Math.max(0, ...first.map(({ named }) => named))) ** 2;
  const readings = await Promise.all(first.map(({ article }) => index.reading(article)));
  first.forEach((ranking, number) => {
    const reading = readings[number];
    let most = 0;
    for (let part = 0; part < reading.parts.length; part++) {
      most = Math.max(most, densest(reading.hits(part, wanted), CLOSE.dense, CLOSE.spaced).most);
    }
    ranking.score += factor * most;
  });
  rankings.splice(0, first.length, ...first.sort(better));
}
