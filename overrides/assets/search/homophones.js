// @ts-check
// Chinese typed by its sound: the wrong character of the right sound, pinyin typed outright, or its first letters only.
import { key } from "./shards.js";

/** @typedef {import("./inverted_index.js").Index} Index */
/** @typedef {import("./ranking.js").Slot} Slot */

const INITIALS = "-"; // begins such terms; hooks/handrail/search/inverted_index.py says the same
const LONGEST_INITIALS = 3;
export const HOMOPHONE = { one: 0.6, both: 0.3 };

/** Gives pairs that stand nowhere those that sound like them. @param {Slot[]} slots @param {Index} index */
export async function findHomophones(slots, index) {
  const { sounds } = index.manifest;
  const missing = slots.filter((slot) => !slot.parts.length);
  for (const slot of missing) {
    const [first, second] = Array.from(slot.term, (character) => sounds.places.get(character));
    if (slot.parts.length || first === undefined || second === undefined) continue;
    const [from, end] = sounds.alike(first);
    const [low, high] = sounds.alike(second);
    /** @type {Map<number, number>} from names to factors */
    const alike = new Map();
    for (let one = from; one < end; one++) {
      for (let two = low; two < high; two++) {
        alike.set(key(sounds, one, two), one === first || two === second ? HOMOPHONE.one : HOMOPHONE.both);
      }
    }
    if (index.whole) await index.loadNames(alike.keys());
    for (const [name, factor] of alike) {
      const postings = index.get(name);
      if (postings) slot.parts.push({ name, postings, factor });
    }
  }
}

/** The slots that words stand for if they are pinyin; none where they are not, or where nothing sounds so.
 * @param {Slot[]} words @param {Index} index @returns {Promise<Slot[]>} */
export async function findPinyin(words, index) {
  const { sounds } = index.manifest;
  const spoken = words.flatMap((slot) => (sounds.cut(slot.word) ?? []).map((reading) => ({ slot, reading })));
  /** @type {Slot[]} */
  const slots = [];
  for (let place = 1; place < spoken.length; place++) {
    const [one, two] = [spoken[place - 1], spoken[place]];
    const term = `${one.reading} ${two.reading}`;
    /** @type {Slot} */
    const pair = { ...one.slot, end: two.slot.end, term, dense: true, run: spoken.length, parts: [] };
    const names = sounds
      .spoken(one.reading)
      .flatMap((first) => sounds.spoken(two.reading).map((second) => key(sounds, first, second)));
    await index.loadNames(names);
    for (const name of names) {
      const postings = index.get(name);
      if (postings) pair.parts.push({ name, postings, factor: 1 });
    }
    slots.push(pair);
  }
  return slots.some((pair) => pair.parts.length) ? slots : [];
}

/** Whether a word may be pinyin. @param {Slot} slot @param {Index} index */
export const isPinyin = ({ word }, index) => index.manifest.sounds.cut(word) !== undefined;

/** The same for a word that may be the first letters of what is meant. @param {Slot} slot @param {Index} index
 * @returns {Promise<Slot[]>} */
export async function findInitials(slot, index) {
  /** @type {Slot[]} */
  const slots = [];
  const { word } = slot;
  for (let start = 0; start === 0 || start + LONGEST_INITIALS <= word.length; start++) {
    const name = INITIALS + word.slice(start, start + LONGEST_INITIALS);
    await index.loadNames([name]);
    const postings = index.get(name);
    if (!postings) return [];
    slots.push({ ...slot, term: name, parts: [{ name, postings, factor: 1 }] });
  }
  return slots;
}
