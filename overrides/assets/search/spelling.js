// @ts-check
// Words typed wrong, or only begun: the nearest ones of the index.

/** @typedef {import("./inverted_index.js").Index} Index */
/** @typedef {import("./ranking.js").Slot} Slot */

export const SPELLING = { begun: 0.7, wrong: 0.7, most: 4 };
const SHORTEST = 4;
const LONGEST_ENDING = 5;
const LONG = 8; // letters from which two mistakes may be in a word

/** Gives a word that stands nowhere the nearest ones. @param {Slot} slot @param {Index} index
 * @param {boolean} last whether it may be only begun */
export async function findNearest(slot, index, last) {
  const { word } = slot;
  const most = word.length >= LONG ? 2 : word.length >= SHORTEST ? 1 : 0;
  if (!/^\p{L}+$/u.test(word)) return;
  await index.loadWords(word);
  let least = most;
  /** @type {import("./ranking.js").Slot["parts"]} */
  let near = [];
  for (const [name, postings] of index.words()) {
    if (last && name.startsWith(word)) slot.parts.push({ name, postings, factor: SPELLING.begun });
    if (!most || name[0] === "-") continue;
    const wrong = isEndedWrong(word, name) ? 1 : distance(slot.term, name, least);
    if (wrong > least) continue;
    if (wrong < least) near = [];
    least = wrong;
    near.push({ name, postings, factor: SPELLING.wrong ** wrong });
  }
  if (slot.parts.length) return;
  near.sort((one, other) => other.postings.frequency - one.postings.frequency);
  slot.parts.push(...near.slice(0, SPELLING.most));
}

/** Whether a word is a stem with a wrong ending, which no stemmer could take off. @param {string} word @param {string} stem */
const isEndedWrong = (word, stem) =>
  stem.length > SHORTEST && word.length - stem.length <= LONGEST_ENDING && word.startsWith(stem);

/** Letters wrong, missing, too many or swapped between two words; any number above `most` where it is more.
 * @param {string} one @param {string} other @param {number} most */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  /** @type {number[]} */
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let place = 1; place <= one.length; place++) {
    const next = [place];
    let least = place;
    for (let at = 1; at <= other.length; at++) {
      const same = one[place - 1] === other[at - 1];
      let cost = Math.min(row[at - 1] + (same ? 0 : 1), row[at] + 1, next[at - 1] + 1);
      const swapped = place > 1 && at > 1 && one[place - 1] === other[at - 2] && one[place - 2] === other[at - 1];
      if (swapped) cost = Math.min(cost, before[at - 2] + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return row[other.length];
}
