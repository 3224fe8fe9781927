// @ts-check
// Search in the browser: opens the index of the reader's language, and those of others where that one finds too little.
import { ask } from "./answer.js";
import { excerpt } from "./excerpt.js";
import { Index } from "./index.js";
import { idf } from "./rank.js";

/** @typedef {import("./excerpt.js").Range} Range */
/** @typedef {import("./excerpt.js").Section} Section */
/** @typedef {import("./rank.js").Slot} Slot */
/** @typedef {import("./rank.js").Ranking} Ranking */
/** @typedef {(url: string) => Promise<Response>} Fetch */
/**
 * @typedef {object} Result an article that answers
 * @property {string} id
 * @property {string} url from the site's root
 * @property {string} title
 * @property {string} summary
 * @property {string} language of the page behind `url`
 * @property {number} score
 * @property {Range[]} titleMarks
 * @property {Section[]} sections best first; their anchors are the same in every language
 * @property {{ language: string, title: string, titleMarks: Range[] }} [via] the article of another language that matched
 */
/**
 * @typedef {object} Answer
 * @property {Result[]} results
 * @property {number} total how many articles fit
 * @property {Result[]} near where none fits: those that come nearest
 * @property {string} [corrected] the question as it was understood, where that differs from what was typed
 */
/**
 * @typedef {object} Options
 * @property {{ language: string, url: string }[]} [others] the indexes of the other languages
 * @property {Fetch} [fetch]
 */

const FITS = 0.15;
const ENOUGH = 0.5;

/** Opens the index at `url`. Rejects where it cannot be fetched. @param {string} url @param {Options} [options] */
export async function open(url, { others = [], fetch = (address) => globalThis.fetch(address) } = {}) {
  return new Engine(await Index.open(url, fetch), others, fetch);
}

export class Engine {
  /** @param {Index} index @param {{ language: string, url: string }[]} others @param {Fetch} fetch */
  constructor(index, others, fetch) {
    this.index = index;
    this.fetch = fetch;
    /** @type {{ url: string, opening?: Promise<Index> }[]} */
    this.others = others.map(({ url }) => ({ url }));
  }

  get language() {
    return this.index.manifest.language;
  }

  /** @param {string} query @param {{ limit?: number }} [options] @returns {Promise<Answer>} */
  async search(query, { limit = 10 } = {}) {
    const found = [await ask(this.index, query)];
    if (found[0].share < ENOUGH) {
      for (const other of this.others) found.push(await ask(await this.open(other), query));
      found.sort((one, other) => other.share - one.share - (one.index === this.index ? 0.1 : 0) + (other.index === this.index ? 0.1 : 0));
    }
    /** @type {Result[]} */
    const results = [];
    const near = [];
    const seen = new Set();
    let total = 0;
    for (const { index, slots, rankings, share } of found) {
      const fitting = share >= FITS ? rankings : [];
      total += index === this.index || !found.some((one) => one.index === this.index && one.share >= FITS) ? fitting.length : 0;
      for (const ranking of fitting.slice(0, limit)) {
        if (results.length >= limit) break;
        const result = await this.show(index, slots, ranking);
        if (!seen.has(result.id)) results.push(result);
        seen.add(result.id);
      }
    }
    if (!results.length) {
      const { index, slots, rankings } = found[0];
      for (const ranking of rankings.slice(0, 3)) near.push(await this.show(index, slots, ranking));
    }
    return { results, total: Math.max(total, results.length), near };
  }

  /** @param {{ url: string, opening?: Promise<Index> }} other @returns {Promise<Index>} */
  open(other) {
    other.opening ??= Index.open(other.url, this.fetch).catch((error) => {
      other.opening = undefined;
      throw error;
    });
    return other.opening;
  }

  /** @param {Index} index @param {Slot[]} slots @param {Ranking} ranking @returns {Promise<Result>} */
  async show(index, slots, { article, score }) {
    const text = await index.text(article);
    const shown = excerpt(text, wanted(slots, index), index.manifest.alphabet);
    const [id, url, , , , twins] = text;
    const { language } = index.manifest;
    const twin = language === this.language ? undefined : twins[this.language];
    if (!twin) {
      const via = language === this.language ? undefined : { language, title: shown.title, titleMarks: shown.titleMarks };
      return { id, url, language, score, ...shown, ...(via && { via }) };
    }
    const via = { language, title: shown.title, titleMarks: shown.titleMarks };
    return { id, url: twin[0], title: twin[1], summary: "", language: this.language, score, titleMarks: [], sections: [], via };
  }
}

/** What to look for in the texts. A single character shows only where it was not asked as part of something longer.
 * @param {Slot[]} slots @param {Index} index */
function wanted(slots, index) {
  /** @type {import("./excerpt.js").Wanted} */
  const terms = new Map();
  const pairs = slots.filter((slot) => slot.dense && slot.term.length > 1 && slot.parts.length);
  for (const slot of slots) {
    const alone = !slot.dense || slot.term.length > 1 || !pairs.some((pair) => pair.term.includes(slot.term));
    for (const { name, postings, factor } of slot.parts) {
      terms.set(index.term(name), { weight: factor * idf(postings.frequency, index.articles), shown: alone });
    }
  }
  return terms;
}
