// @ts-check
// One question to one index: what it means there, and which articles answer it best.
import { withSynonyms } from "./synonyms.js";
import { findHomophones, findInitials, findPinyin, isPinyin } from "./homophones.js";
import { SHARDS, find, slotsOf } from "./query_terms.js";
import { WEIGHTS, better, idf, inText, rank } from "./ranking.js";
import { densest } from "./term_positions.js";
import { findNearest } from "./spelling.js";

/** @typedef {import("./inverted_index.js").Index} Index */
/** @typedef {import("./ranking.js").Slot} Slot */
/** @typedef {import("./ranking.js").Ranking} Ranking */
/** @typedef {import("./term_positions.js").Wanted} Wanted */
/**
 * @typedef {object} Found
 * @property {Index} index
 * @property {Wanted} wanted
 * @property {Ranking[]} rankings the best ones, best first
 * @property {Float64Array} shares how much of the question each article holds, up to 1
 * @property {number} share how much of the question the best of them hold, up to 1
 * @property {number} known how many of its terms stand somewhere as they were typed, as a share
 * @property {boolean} asked whether there was any word in it
 */

const CLOSE = { dense: 40, spaced: 120, terms: 8 }; // characters that words stand together in; fewer terms tell less
const READ = 15; // articles that this is looked at in

/** @param {Index} index @param {string} query @param {number} limit how many articles will be shown
 * @param {(first: Found) => Promise<void>} [early] is told what is best by the first shards, where there are many
 * @returns {Promise<Found>} */
export async function ask(index, query, limit, early) {
  const asked = slotsOf(query, index);
  if (early && !index.whole) {
    const here = await find(asked, index, SHARDS.first);
    const still = Object.assign(Object.create(index), { load() {} }); // the same index, which fetches nothing more
    await early(ranked(index, here, await meaning(still, query, here)));
  }
  await find(asked, index);
  const answer = ranked(index, asked, await meaning(index, query, asked));
  await addCloseness(answer, index.whole ? READ : limit);
  return answer;
}

/** @param {Index} index @param {Slot[]} asked @param {Slot[]} slots @returns {Found} */
function ranked(index, asked, slots) {
  const shares = new Float64Array(index.articles);
  const rankings = rank(slots, index.articles, index.manifest.lengths, shares);
  const share = rankings.slice(0, 3).reduce((most, ranking) => Math.max(most, ranking.share), 0);
  const wanted = wantedOf(slots, index);
  return { index, wanted, rankings, shares, share, known: knownOf(asked), asked: asked.length > 0 };
}

/** @param {Slot[]} asked */
function knownOf(asked) {
  const telling = asked.filter(({ term, dense, run }) => !dense || term.length > 1 || run === 1);
  return telling.filter(({ parts }) => parts.length).length / Math.max(1, telling.length);
}

/** What the slots of a question mean to the index, with what stands in place of those that it does not know.
 * @param {Index} index @param {string} query @param {Slot[]} asked @returns {Promise<Slot[]>} */
export async function meaning(index, query, asked) {
  const slots = withSynonyms(query, asked.map((slot) => ({ ...slot, parts: [...slot.parts] })), index);
  await find(slots.filter((slot) => slot.share !== undefined), index);
  const last = asked.at(-1)?.term;
  /** @type {Slot[]} */
  const meant = [];
  for (let place = 0; place < slots.length; place++) {
    let end = place;
    while (end < slots.length && isUnknown(slots[end]) && isPinyin(slots[end], index)) end += 1;
    const spoken = end > place ? await findPinyin(slots.slice(place, end), index) : [];
    if (spoken.length) {
      meant.push(...spoken);
      place = end - 1;
      continue;
    }
    const slot = slots[place];
    const initials = isUnknown(slot) ? await findInitials(slot, index) : [];
    if (isUnknown(slot) && !initials.length) await findNearest(slot, index, slot.term === last);
    meant.push(...(initials.length ? initials : [slot]));
  }
  await findHomophones(meant.filter((slot) => slot.dense), index);
  return meant;
}

/** Whether a word of the question stands nowhere. @param {Slot} slot */
const isUnknown = ({ dense, parts, share }) => !dense && !parts.length && share === undefined;

/** What to look for in the texts. A single character shows only where it was not asked as part of something longer.
 * @param {Slot[]} slots @param {Index} index @returns {Wanted} */
export function wantedOf(slots, index) {
  /** @type {Wanted["known"]} */
  const known = new Map();
  const found = slots.filter((slot) => slot.dense && slot.term.length > 1 && slot.parts.length);
  for (const slot of slots) {
    const { dense, share = 1 } = slot;
    const shown = !dense || slot.term.length > 1 || !found.some((pair) => pair.term.includes(slot.term));
    for (const { name, postings, factor } of slot.parts) {
      const term = index.term(name);
      const weight = inText(slot) * share * factor * idf(postings.frequency, index.articles);
      known.set(index.readings.number(term), { term, weight, shown, dense });
    }
  }
  const is = new Uint8Array(index.readings.numbers.size);
  for (const number of known.keys()) is[number] = 1;
  return { known, is };
}

/** Raises those of the first articles in which what was asked stands close together. Where one is named as was asked,
 * or little was asked, that counts for less. @param {Found} found @param {number} count */
async function addCloseness({ index, rankings, wanted }, count) {
  const first = rankings.slice(0, count);
  const named = Math.max(0, ...first.map((ranking) => ranking.named));
  const factor = WEIGHTS.close * Math.min(1, wanted.known.size / CLOSE.terms) * (1 - named) ** 2;
  const readings = await Promise.all(first.map(({ article }) => index.reading(article)));
  first.forEach((ranking, number) => {
    const reading = readings[number];
    const parts = reading.parts.map((_, part) => densest(reading.hits(part, wanted), CLOSE.dense, CLOSE.spaced).most);
    ranking.score += factor * Math.max(0, ...parts);
  });
  rankings.splice(0, first.length, ...first.sort(better));
}
