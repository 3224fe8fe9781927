// @ts-check
// Shards: reads what hooks/handrail/search/shards.py wrote.
import { Bits } from "../shared/bitstream.js";
import { Side, readTerm } from "./postings.js";

/** @typedef {import("./postings.js").Postings} Postings */
/** @typedef {import("./pronunciation.js").Sounds} Sounds */

const OWNERS = 0x10000;
const BEFORE = 0x8000;

/** What the index calls a character, by its place among the sounds; or a pair, by the place of the rarer one, its owner,
 * and the rank of the other. @param {Sounds} sounds @param {number} first place @param {number} [second] place */
export function key({ ranks }, first, second) {
  if (second === undefined) return first * OWNERS;
  const [one, two] = [ranks[first], ranks[second]];
  return one >= two ? first * OWNERS + two + 1 : second * OWNERS + BEFORE + one + 1;
}

/** The term that a key stands for. @param {Sounds} sounds @param {number} key @returns {string} */
export function termOf({ characters, ranked }, key) {
  const owner = characters[Math.floor(key / OWNERS)];
  const second = key % OWNERS;
  if (!second) return owner;
  return second > BEFORE ? characters[ranked[second - BEFORE - 1]] + owner : owner + characters[ranked[second - 1]];
}

/** @param {Uint8Array} bytes @param {number} place of the first owner @param {Sounds} sounds @param {number} articles
 * @returns {Map<number, Postings>} by key */
export function readSounds(bytes, place, sounds, articles) {
  const bits = new Bits(bytes);
  /** @type {Map<number, Postings>} */
  const found = new Map();
  for (let parts = bits.gamma(); parts > 0; parts--) {
    place += bits.gamma();
    const owner = readTerm(bits, articles);
    const name = place * OWNERS;
    found.set(name, owner);
    const rank = sounds.ranks[place];
    for (const [first, end] of [[1, rank + 1], [BEFORE + 1, rank]]) {
      const others = bits.ascending(bits.gamma(), end);
      const side = others.length && new Side(owner, articles);
      for (const other of others) found.set(name + first + other, side.pair(bits));
    }
  }
  return found;
}

/** @param {Uint8Array} bytes @param {number} articles @returns {Map<string, Postings>} */
export function readWords(bytes, articles) {
  const bits = new Bits(bytes);
  /** @type {Map<string, Postings>} */
  const found = new Map();
  let word = "";
  for (let count = bits.gamma(); count > 0; count--) {
    word = bits.word(word);
    found.set(word, readTerm(bits, articles));
  }
  return found;
}
