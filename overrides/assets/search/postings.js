// @ts-check
// The postings of terms: reads what hooks/handrail/search/postings.py wrote, which also says how and why.

/** @typedef {import("../shared/bitstream.js").Bits} Bits */
/**
 * @typedef {object} Postings where a term stands
 * @property {number[]} articles whose texts hold it, ascending
 * @property {number[]} counts how often each of those does, up to 3
 * @property {number[]} shortFields article * 256 + position among its short fields
 * @property {number[]} kinds TITLE, QUESTION, HEADING or LINK of each short field
 * @property {number[]} norms of each short field: the weight of all its terms
 * @property {number} frequency in how many articles it stands anywhere
 * @property {number} shortFrequency in the short fields of how many
 */

const NORM_STEP = 1.2;
const MAX_COUNT = 3;
const RENEW_SHARE = 8;

export const TITLE = 0;
export const QUESTION = 1;
export const HEADING = 2;
export const LINK = 3;

/** @type {number[]} of the many terms in no short field: an array of its own for each would be most of an index */
const NONE = [];

/** @param {number[]} articles @param {number[]} counts @returns {Postings} */
const inTexts = (articles, counts) => ({
  articles,
  counts,
  shortFields: NONE,
  kinds: NONE,
  norms: NONE,
  frequency: articles.length,
  shortFrequency: 0,
});

/** @param {Bits} bits */
const readCount = (bits) => (bits.number(1) ? 2 + bits.number(1) : 1);

/** Of a character or a word. @param {Bits} bits @param {number} articleCount @returns {Postings} */
export function readPostings(bits, articleCount) {
  if (bits.number(1)) return inTexts([bits.below(articleCount)], [1]);
  const hasShortFields = bits.number(1);
  const size = bits.gamma() + 1 - hasShortFields;
  if (size > articleCount) {
    const pruned = inTexts([], []);
    pruned.frequency = Math.ceil(((bits.number(4) + 0.5) * articleCount) / 15);
    if (hasShortFields) readShortFields(bits, articleCount, pruned);
    return pruned;
  }
  const articles = bits.ascending(size, articleCount);
  const postings = inTexts(articles, articles.map(() => readCount(bits)));
  if (hasShortFields) readShortFields(bits, articleCount, postings);
  postings.frequency = unionSize(postings);
  return postings;
}

/** @param {Bits} bits @param {number} articleCount @param {Postings} postings */
function readShortFields(bits, articleCount, postings) {
  postings.shortFrequency = bits.gamma() + 1;
  [postings.shortFields, postings.kinds, postings.norms] = [[], [], []];
  for (const article of bits.ascending(postings.shortFrequency, articleCount)) {
    let position = -1;
    for (let count = bits.gamma(); count >= 0; count--) {
      position += 1 + bits.gamma();
      postings.shortFields.push(article * 256 + position);
      postings.kinds.push(position === 0 ? TITLE : bits.number(1) ? QUESTION : bits.number(1) ? HEADING : LINK);
      postings.norms.push(NORM_STEP ** bits.number(5));
    }
  }
}

/** Reads the pairs of one owner with what follows it, or with what precedes it, in the order they were written. */
export class PairReader {
  /** @param {Postings} owner @param {number} articleCount */
  constructor(owner, articleCount) {
    this.owner = owner;
    /** @type {number[]} the articles that pairs are written by: all of them where the owner's were pruned */
    this.list = owner.articles.length ? owner.articles : Array.from({ length: articleCount }, (_, article) => article);
    /** @type {Map<number, number>} how many occurrences of the owner in each article no pair has taken; no limit for
     * an article that is missing */
    this.remaining = new Map();
    owner.articles.forEach((article, position) => {
      if (owner.counts[position] < MAX_COUNT) this.remaining.set(article, owner.counts[position]);
    });
    this.exhausted = 0;
  }

  /** @param {Bits} bits @returns {Postings} */
  read(bits) {
    const { owner, remaining } = this;
    let size = 1;
    /** @type {number[]} positions in the owner's short fields */
    let fields = [];
    if (!bits.number(1)) {
      const hasShortFields = owner.shortFields.length && bits.number(1);
      size = bits.gamma() + (hasShortFields ? 0 : 2);
      if (hasShortFields) fields = bits.ascending(bits.gamma() + 1, owner.shortFields.length);
    }
    const articles = bits.ascending(size, this.list.length).map((position) => this.list[position]);
    const postings = inTexts(articles, articles.map((article) => this.readCountIn(article, bits)));
    if (this.exhausted * RENEW_SHARE > this.list.length) {
      this.list = this.list.filter((article) => remaining.get(article) !== 0);
      this.exhausted = 0;
    }
    if (fields.length) {
      postings.shortFields = fields.map((position) => owner.shortFields[position]);
      postings.kinds = fields.map((position) => owner.kinds[position]);
      postings.norms = fields.map((position) => owner.norms[position]);
      postings.shortFrequency = new Set(postings.shortFields.map((field) => field >> 8)).size;
      postings.frequency = unionSize(postings);
    }
    return postings;
  }

  /** How often a pair stands in an article. @param {number} article @param {Bits} bits */
  readCountIn(article, bits) {
    const remaining = this.remaining.get(article);
    if (remaining === undefined) return readCount(bits);
    const count = remaining > 1 ? 1 + bits.number(1) : 1;
    this.remaining.set(article, remaining - count);
    if (count === remaining) this.exhausted += 1;
    return count;
  }
}

/** How many articles hold a term in their text or in a short field. @param {Postings} postings */
function unionSize({ articles, shortFields }) {
  let size = articles.length;
  let position = 0;
  let previous = -1;
  for (const field of shortFields) {
    const article = field >> 8;
    if (article === previous) continue;
    previous = article;
    while (position < articles.length && articles[position] < article) position += 1;
    if (articles[position] !== article) size += 1;
  }
  return size;
}
