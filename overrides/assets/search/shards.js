// @ts-check
// Shards: reads what hooks/handrail/search/shards.py wrote.
import { Bits } from "../shared/bitstream.js";
import { PairReader, readPostings } from "./postings.js";

/** @typedef {import("./postings.js").Postings} Postings */
/** @typedef {import("./pronunciation.js").Pronunciation} Pronunciation */

const KEYS_PER_OWNER = 0x10000;
const BEFORE = 0x8000;

/** The key of a character, by its position; or of a pair, by the position of the rarer one, its owner, and the rank of
 * the other. @param {Pronunciation} pronunciation @param {number} first position @param {number} [second] position */
export function shardKey({ ranks }, first, second) {
  if (second === undefined) return first * KEYS_PER_OWNER;
  const [firstRank, secondRank] = [ranks[first], ranks[second]];
  return firstRank >= secondRank
    ? first * KEYS_PER_OWNER + secondRank + 1
    : second * KEYS_PER_OWNER + BEFORE + firstRank + 1;
}

/** @param {Pronunciation} pronunciation @param {number} key @returns {string} */
export function termOfKey({ characters, ranked }, key) {
  const owner = characters[Math.floor(key / KEYS_PER_OWNER)];
  const other = key % KEYS_PER_OWNER;
  if (!other) return owner;
  return other > BEFORE ? characters[ranked[other - BEFORE - 1]] + owner : owner + characters[ranked[other - 1]];
}

/** @param {Uint8Array} bytes @param {number} position of the first owner @param {Pronunciation} pronunciation
 * @param {number} articles @returns {Map<number, Postings>} by key */
export function readCharacterShard(bytes, position, pronunciation, articles) {
  const bits = new Bits(bytes);
  /** @type {Map<number, Postings>} */
  const terms = new Map();
  for (let owners = bits.gamma(); owners > 0; owners--) {
    position += bits.gamma();
    const owner = readPostings(bits, articles);
    const key = position * KEYS_PER_OWNER;
    terms.set(key, owner);
    const rank = pronunciation.ranks[position];
    for (const [offset, end] of [[1, rank + 1], [BEFORE + 1, rank]]) {
      const others = bits.ascending(bits.gamma(), end);
      const pairs = others.length && new PairReader(owner, articles);
      for (const other of others) terms.set(key + offset + other, pairs.read(bits));
    }
  }
  return terms;
}

/** @param {Uint8Array} bytes @param {number} articles @returns {Map<string, Postings>} */
export function readWordShard(bytes, articles) {
  const bits = new Bits(bytes);
  /** @type {Map<string, Postings>} */
  const terms = new Map();
  let word = "";
  for (let count = bits.gamma(); count > 0; count--) {
    word = bits.word(word);
    terms.set(word, readPostings(bits, articles));
  }
  return terms;
}
