// @ts-check
// The word lists of recovery phrases, unpacked when first asked for. See hooks/handrail/secrets/wordlists.py.
import { Bits } from "../shared/bitstream.js";
import { english, packed } from "./wordlist_data.js";

export const ENGLISH = 0;
export const SPELLED = 8;
export const PREFIXES = 8;
export const CHINESE = 9;
export const COUNT = 10;
export const SHORTEST = 3;
export const LONGEST = 11;

const WORDS = 2048;
const BITS = 15;
const HAN = 0x4e00;
const HAN_BITS = 15;
const FNV_BASIS = 0x811c9dc5;

/**
 * @typedef {object} Lists
 * @property {Set<string>} english
 * @property {Set<string>} prefixes
 * @property {Map<string, number>[]} chinese
 * @property {string[]} simplified
 * @property {Uint8Array} lists a bit for each list that a word of the fingerprint is in
 */

/** @type {Lists | undefined} */
let unpacked;

function unpackedLists() {
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
  for (const index of bits.ascending(bits.gamma(), WORDS)) traditional[index] = "";
  for (let index = 0; index < WORDS; index++) traditional[index] ||= character();
  const lists = new Uint8Array(2 ** BITS);
  for (let code = 1; code < SPELLED; code++) {
    for (const fingerprint of bits.ascending(bits.gamma(), 2 ** BITS)) lists[fingerprint] |= 1 << code;
  }
  for (const word of words) lists[fingerprint(word)] |= 1 << ENGLISH;
  if (words.length !== WORDS) throw new Error("a list is not whole");
  return {
    english: new Set(words),
    prefixes: new Set(words.map((word) => word.slice(0, 4))),
    chinese: [simplified, traditional].map((list) => new Map(list.map((character, index) => [character, index]))),
    simplified,
    lists,
  };
}

/** @param {string} word */
export const isEnglish = (word) => unpackedLists().english.has(word);

/** The index of each character, in the Simplified and in the Traditional list. */
export const chinese = () => unpackedLists().chinese;

/** The character of the Simplified list at an index. @param {number} index */
export const simplifiedAt = (index) => unpackedLists().simplified[index];

/** A bit for each list that a word is in, or seems to be in by its fingerprint. @param {string} word */
export function listsOf(word) {
  if (word.length === 1) return chinese().some((list) => list.has(word)) ? 1 << CHINESE : 0;
  if (word.length < SHORTEST || word.length > LONGEST) return 0;
  const isPrefix = word.length <= 4 && unpackedLists().prefixes.has(word); // four letters are enough to know a word
  return (isPrefix ? 1 << PREFIXES : 0) | certain(unpackedLists().lists[fingerprint(word)], word);
}

/**
 * The ends of the words in letters that start there, each with its lists.
 * @param {string} letters @param {number} start
 */
export function wordsFrom(letters, start) {
  /** @type {[end: number, lists: number][]} */
  const endings = [];
  let value = FNV_BASIS;
  for (let end = start + 1; end <= Math.min(start + LONGEST, letters.length); end++) {
    value = mixed(value, letters.charCodeAt(end - 1));
    const seeming = end - start < SHORTEST ? 0 : unpackedLists().lists[folded(value)];
    const lists = seeming && certain(seeming, letters.slice(start, end));
    if (lists) endings.push([end, lists]);
  }
  return endings;
}

/** The lists that a word seems to be in, without English if it is not. @param {number} lists @param {string} word */
const certain = (lists, word) => (isEnglish(word) ? lists : lists & ~(1 << ENGLISH));

/** FNV-1a of the UTF-16 units of a word, folded to 15 bits. @param {string} word */
function fingerprint(word) {
  let value = FNV_BASIS;
  for (let i = 0; i < word.length; i++) value = mixed(value, word.charCodeAt(i));
  return folded(value);
}

/** @param {number} value @param {number} unit */
const mixed = (value, unit) => Math.imul(value ^ unit, 0x01000193);

/** @param {number} value */
const folded = (value) => ((value >>> 0) ^ (value >>> BITS)) & (2 ** BITS - 1);
