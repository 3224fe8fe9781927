// @ts-check
// Where terms stand: reads what hooks/handrail/search/postings.py wrote, which also says how and why.

/** @typedef {import("../shared/bitstream.js").Bits} Bits */
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

const MASS_STEP = 1.2;
const MOST_COUNTED = 3;
const STALE = 8;

export const TITLE = 0;
export const QUESTION = 1;
export const HEADING = 2;

/** @type {number[]} of the many terms that no head holds: an array of its own for each would be most of an index */
const NONE = [];

/** @param {number[]} body @param {number[]} counts @returns {Postings} */
const inTexts = (body, counts) => ({ body, counts, heads: NONE, kinds: NONE, masses: NONE, frequency: body.length, named: 0 });

/** @param {Bits} bits */
const readCount = (bits) => (bits.number(1) ? 2 + bits.number(1) : 1);

/** A character or a word. @param {Bits} bits @param {number} articles @returns {Postings} */
export function readTerm(bits, articles) {
  if (bits.number(1)) return inTexts([bits.below(articles)], [1]);
  const headed = bits.number(1);
  const size = bits.gamma() + 1 - headed;
  if (size > articles) {
    const found = inTexts([], []);
    found.frequency = Math.ceil(((bits.number(4) + 0.5) * articles) / 15);
    if (headed) readHeads(bits, articles, found);
    return found;
  }
  const body = bits.ascending(size, articles);
  const found = inTexts(body, body.map(() => readCount(bits)));
  if (headed) readHeads(bits, articles, found);
  found.frequency = union(found);
  return found;
}

/** @param {Bits} bits @param {number} articles @param {Postings} found */
function readHeads(bits, articles, found) {
  found.named = bits.gamma() + 1;
  [found.heads, found.kinds, found.masses] = [[], [], []];
  for (const article of bits.ascending(found.named, articles)) {
    let place = -1;
    for (let count = bits.gamma(); count >= 0; count--) {
      place += 1 + bits.gamma();
      found.heads.push(article * 256 + place);
      found.kinds.push(place === 0 ? TITLE : bits.number(1) ? QUESTION : HEADING);
      found.masses.push(MASS_STEP ** bits.number(5));
    }
  }
}

/** The pairs of one owner with what follows it, or with what stands before it, in the order they were written. */
export class Side {
  /** @param {Postings} owner @param {number} articles */
  constructor(owner, articles) {
    this.owner = owner;
    /** @type {number[]} the articles that pairs are written by: all of them where those of the owner were left out */
    this.list = owner.body.length ? owner.body : Array.from({ length: articles }, (_, article) => article);
    /** @type {Map<number, number>} places in each article that no pair has taken; what is not in it has no limit */
    this.left = new Map();
    owner.body.forEach((article, place) => {
      if (owner.counts[place] < MOST_COUNTED) this.left.set(article, owner.counts[place]);
    });
    this.used = 0;
  }

  /** @param {Bits} bits @returns {Postings} */
  pair(bits) {
    const { owner, left } = this;
    let size = 1;
    /** @type {number[]} */
    let heads = [];
    if (!bits.number(1)) {
      const headed = owner.heads.length && bits.number(1);
      size = bits.gamma() + (headed ? 0 : 2);
      if (headed) heads = bits.ascending(bits.gamma() + 1, owner.heads.length);
    }
    const body = bits.ascending(size, this.list.length).map((place) => this.list[place]);
    const found = inTexts(body, body.map((article) => this.take(bits, article)));
    if (this.used * STALE > this.list.length) {
      this.list = this.list.filter((article) => left.get(article) !== 0);
      this.used = 0;
    }
    if (heads.length) {
      found.heads = heads.map((place) => owner.heads[place]);
      found.kinds = heads.map((place) => owner.kinds[place]);
      found.masses = heads.map((place) => owner.masses[place]);
      found.named = found.heads.filter((head, place, all) => !place || head >> 8 !== all[place - 1] >> 8).length;
      found.frequency = union(found);
    }
    return found;
  }

  /** How often a pair stands in an article. @param {Bits} bits @param {number} article */
  take(bits, article) {
    const left = this.left.get(article);
    if (left === undefined) return readCount(bits);
    const count = left > 1 ? 1 + bits.number(1) : 1;
    this.left.set(article, left - count);
    if (count === left) this.used += 1;
    return count;
  }
}

/** How many articles are in either. @param {Postings} postings */
function union({ body, heads }) {
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
