// @ts-check
// The word lists of recovery phrases, unpacked when first asked for. See hooks/handrail/secrets/wordlists.py.
import { Bits } from "../shared/bitstream.js";
import { english, packed } from "./wordlist_data.js";

const WORDS = 2048;
const BITS = 17;
const HAN = 0x4e00;
const HAN_BITS = 15;
const SHORTEST = 3;
const LONGEST = 11;

/** @typedef {{ english: Set<string>, prefixes: Set<string>, chinese: Map<string, number>[], others: Uint8Array }} Lists */

/** @type {Lists | undefined} */
let unpacked;

function lists() {
  unpacked ??= unpack();
  return unpacked;
}

/** @returns {Lists} */
function unpack() {
  const words = [];
  for (const [, same, rest] of english.matchAll(/([A-Z])([a-z]*)/g)) {
    words.push((words[words.length - 1] ?? "").slice(0, same.charCodeAt(0) - 65) + rest);
  }
  const bits = new Bits(Uint8Array.from(atob(packed), (character) => character.charCodeAt(0)));
  const character = () => String.fromCharCode(HAN + bits.number(HAN_BITS));
  const simplified = Array.from({ length: WORDS }, character);
  const traditional = [...simplified];
  for (const place of bits.ascending(bits.gamma(), WORDS)) traditional[place] = "";
  for (let place = 0; place < WORDS; place++) traditional[place] ||= character();
  const others = new Uint8Array(2 ** BITS);
  for (const print of bits.ascending(bits.gamma(), 2 ** BITS)) others[print] = 1;
  if (words.length !== WORDS) throw new Error("a list is not whole");
  return {
    english: new Set(words),
    prefixes: new Set(words.map((word) => word.slice(0, 4))),
    chinese: [simplified, traditional].map((list) => new Map(list.map((character, index) => [character, index]))),
    others,
  };
}

/** @param {string} word */
export const isEnglish = (word) => lists().english.has(word);

/** Four letters are enough to know a word; metal plates have no room for more. @param {string} word */
export const isEnglishPrefix = (word) => word.length <= 4 && lists().prefixes.has(word);

/** Whether a word has the fingerprint of one in any of the other lists. @param {string} word */
export const isOther = (word) =>
  word.length >= SHORTEST && word.length <= LONGEST && lists().others[fingerprint(word)] === 1;

/** The place of each character, in the Simplified and in the Traditional list. */
export const chinese = () => lists().chinese;

/** FNV-1a of the UTF-16 units of a word, folded to 17 bits. @param {string} word */
function fingerprint(word) {
  let value = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193);
  return ((value >>> 0) ^ (value >>> BITS)) & (2 ** BITS - 1);
}
