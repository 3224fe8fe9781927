// @ts-check
// Shards: reads what hooks/helpcenter/shard.py wrote.
import { Bits, gapWidth } from "./pack.js";

const MASS_STEP = 1.2;
const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-";
const SECONDS = 0x10000;

export const TITLE = 0;
export const QUESTION = 1;
export const HEADING = 2;

/**
 * @typedef {object} Postings where a term stands
 * @property {number[]} body article numbers, ascending
 * @property {number[]} counts how often in each of them, up to 3
 * @property {number[]} heads article * 256 + place among its heads
 * @property {number[]} kinds TITLE, QUESTION or HEADING of each head
 * @property {number[]} masses what the whole of each head is worth
 * @property {number} frequency in how many articles
 * @property {number} named in the heads of how many
 */

/** The key of one character, or of two, by their places among the sounds. @param {number} first @param {number} [second] */
export const key = (first, second) => first * SECONDS + (second === undefined ? 0 : second + 1);

/** @param {Uint8Array} bytes @param {number} first @param {number} end how many characters there are @param {number} articles
 * @returns {Map<number, Postings>} by key */
export function readSounds(bytes, first, end, articles) {
  const bits = new Bits(bytes);
  /** @type {Map<number, Postings>} */
  const found = new Map();
  for (let parts = bits.gamma(); parts > 0; parts--) {
    first += bits.gamma();
    if (bits.number(1)) found.set(key(first), readPostings(bits, articles));
    const pairs = bits.ascending(bits.gamma(), end).map((second) => key(first, second));
    for (const pair of pairs) found.set(pair, readPostings(bits, articles));
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
    word = word.slice(0, bits.gamma());
    for (let letters = bits.gamma(); letters > 0; letters--) {
      const letter = bits.number(6);
      word += LETTERS[letter] ?? String.fromCodePoint(bits.number(21));
    }
    found.set(word, readPostings(bits, articles));
  }
  return found;
}

/** @param {Bits} bits @param {number} articles @returns {Postings} */
function readPostings(bits, articles) {
  if (bits.number(1)) {
    const body = bits.ascending(1, articles);
    return { body, counts: [1], heads: [], kinds: [], masses: [], frequency: 1, named: 0 };
  }
  let size = bits.gamma();
  let frequency = 0;
  if (size === articles + 1) {
    frequency = Math.ceil(((bits.number(4) + 0.5) * articles) / 15);
    size = 0;
  }
  const named = bits.gamma();
  const body = bits.ascending(size, articles);
  const counts = body.map(() => (bits.number(1) ? 2 + bits.number(1) : 1));
  /** @type {Postings} */
  const postings = { body, counts, heads: [], kinds: [], masses: [], frequency, named: 0 };
  readHeads(bits, named, articles, postings);
  postings.named = postings.heads.filter((head, place, all) => !place || head >> 8 !== all[place - 1] >> 8).length;
  if (!frequency) postings.frequency = union(body, postings.heads);
  return postings;
}

/** @param {Bits} bits @param {number} count @param {number} articles @param {Postings} postings */
function readHeads(bits, count, articles, { heads, kinds, masses }) {
  const width = gapWidth(count, articles);
  let article = 0;
  let place = -1;
  for (let number = 0; number < count; number++) {
    const gap = bits.rice(width);
    if (gap) place = -1;
    article += gap;
    place += 1 + bits.gamma();
    heads.push(article * 256 + place);
    kinds.push(place === 0 ? TITLE : bits.number(1) ? QUESTION : HEADING);
    masses.push(MASS_STEP ** bits.number(5));
  }
}

/** How many articles are in either. @param {number[]} body @param {number[]} heads */
function union(body, heads) {
  let count = body.length;
  let place = 0;
  let before = -1;
  for (const head of heads) {
    const article = head >> 8;
    if (article === before) continue;
    before = article;
    while (place < body.length && body[place] < article) place += 1;
    if (body[place] !== article) count += 1;
  }
  return count;
}
