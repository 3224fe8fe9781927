// @ts-check
// Chinese typed by its sound: the wrong character of the right sound, pinyin typed outright, or its first letters only.
import { key } from "./shard.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./rank.js").Slot} Slot */

const INITIALS = "-"; // begins such terms; hooks/helpcenter/index.py says the same
const LONGEST_INITIALS = 4;
export const HOMOPHONE = { one: 0.6, both: 0.3 };

/** Gives pairs that stand nowhere those that sound like them. @param {Slot[]} slots @param {Index} index */
export async function findHomophones(slots, index) {
  const { sounds } = index.manifest;
  for (const slot of slots) {
    const [first, second] = Array.from(slot.term, (character) => sounds.places.get(character));
    if (slot.parts.length || first === undefined || second === undefined) continue;
    const [from, end] = sounds.alike(first);
    const [low, high] = sounds.alike(second);
    for (let one = from; one < end; one++) {
      for (let two = low; two < high; two++) {
        const name = key(one, two);
        await index.loadNames([name]);
        const postings = index.get(name);
        const factor = one === first || two === second ? HOMOPHONE.one : HOMOPHONE.both;
        if (postings) slot.parts.push({ name, postings, factor });
      }
    }
  }
}

/** The slots that a word stands for if it is pinyin; none where it is not, or where nothing sounds so.
 * @param {Slot} slot @param {Index} index @returns {Promise<Slot[]>} */
export async function findPinyin(slot, index) {
  const { sounds } = index.manifest;
  const readings = sounds.cut(slot.word) ?? [];
  /** @type {Slot[]} */
  const slots = [];
  for (let place = 1; place < readings.length; place++) {
    /** @type {Slot} */
    const pair = { ...slot, term: readings.slice(place - 1, place + 1).join(" "), dense: true, parts: [] };
    for (const one of sounds.spoken(readings[place - 1])) {
      for (const two of sounds.spoken(readings[place])) {
        const name = key(one, two);
        await index.loadNames([name]);
        const postings = index.get(name);
        if (postings) pair.parts.push({ name, postings, factor: 1 });
      }
    }
    slots.push(pair);
  }
  return slots.some((pair) => pair.parts.length) ? slots : [];
}

/** The same for a word that is the first letters of what is meant. @param {Slot} slot @param {Index} index
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
