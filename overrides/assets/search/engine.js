// @ts-check
// Search in the browser: opens the index of the reader's language, and those of others where that one finds too little.
import { ask } from "./matcher.js";
import { excerpt } from "./excerpt.js";
import { once } from "./index_files.js";
import { Index } from "./inverted_index.js";

/** @typedef {import("./matcher.js").Found} Found */
/** @typedef {import("./excerpt.js").Range} Range */
/** @typedef {import("./excerpt.js").Section} Section */
/** @typedef {import("./index_files.js").Fetch} Fetch */
/**
 * @typedef {object} Result an article that answers
 * @property {string} id
 * @property {string} url from the site's root
 * @property {string} title
 * @property {string} summary
 * @property {string} language of the page behind `url`
 * @property {number} score
 * @property {Range[]} titleMarks
 * @property {Section[]} sections best first
 * @property {{ language: string, title: string, titleMarks: Range[] }} [via] the article of another language that matched
 */
/**
 * @typedef {object} Answer
 * @property {Result[]} results
 * @property {number} total how many articles fit
 * @property {Result[]} near where none fits: those that come nearest
 */
/** @typedef {{ language: string, url: string }} Entrance the file that the index of a language begins with */
/** @typedef {{ others?: Entrance[], fetch?: Fetch }} Options */

const FITS = 0.08; // of the question, that an article must hold
const ENOUGH = 0.5; // of the question's terms, that must stand somewhere; else other languages are asked too …
const SURE = { share: 0.9, named: 0.2 }; // … unless an article holds nearly all of what it means, or is named like it
const HOME = 0.1; // how much more of it another language must find to come first
const NEAR = 3;

/** Opens the index at `url`. Rejects where it cannot be fetched. @param {string} url @param {Options} [options] */
export async function open(url, { others = [], fetch = (address) => globalThis.fetch(address) } = {}) {
  return new Engine(await Index.open(url, fetch), others, fetch);
}

/** @param {Found} found */
function isSure({ share, rankings: [best] }) {
  return share >= SURE.share || (share >= ENOUGH && best.named >= SURE.named);
}

export class Engine {
  /** @param {Index} index @param {Entrance[]} others @param {Fetch} fetch */
  constructor(index, others, fetch) {
    this.index = index;
    this.fetch = fetch;
    this.others = others;
    /** @type {Map<string, Promise<Index>>} by address */
    this.opening = new Map();
  }

  get language() {
    return this.index.manifest.language;
  }

  /** Rejects where something that it needs cannot be fetched; the same question may then be asked again.
   * @param {string} query @param {{ limit?: number, first?: (result: Result) => void }} [options] `first` is called with
   * the best article found so far, where all of them take some more requests @returns {Promise<Answer>} */
  async search(query, { limit = 10, first } = {}) {
    /** @param {Found} found */
    const early = async (found) => {
      const [best] = found.rankings;
      if (best?.share >= FITS) first?.(await this.show(found, best));
    };
    const own = await ask(this.index, query, limit, first && early);
    const found = [own];
    if (own.asked && (own.known < ENOUGH || own.share < FITS) && !isSure(own)) {
      for (const { url } of this.others) {
        const other = await once(this.opening, url, () => Index.open(url, this.fetch));
        found.push(await ask(other, query, limit));
      }
      const rank = (/** @type {Found} */ one) => one.share + (one === own ? HOME : 0);
      found.sort((one, other) => rank(other) - rank(one));
    }
    /** @type {Map<string, Result>} */
    const results = new Map();
    let total = 0;
    for (const one of found) {
      const fits = (/** @type {number} */ share) => share >= Math.max(FITS, one.share / 4);
      total = Math.max(total, one.shares.filter(fits).length);
      for (const ranking of one.rankings.filter(({ share }) => fits(share))) {
        if (results.size >= limit) break;
        const result = await this.show(one, ranking);
        if (!results.has(result.id)) results.set(result.id, result);
      }
    }
    const near = results.size ? [] : await Promise.all(own.rankings.slice(0, NEAR).map((one) => this.show(own, one)));
    return { results: [...results.values()], total: Math.max(total, results.size), near };
  }

  /** @param {Found} found @param {import("./ranking.js").Ranking} ranking @returns {Promise<Result>} */
  async show({ index, wanted }, { article, score }) {
    const text = await index.text(article);
    const [id, url, , , , twins] = text;
    const { language } = index.manifest;
    const shown = excerpt(text, await index.reading(article), wanted);
    if (language === this.language) return { id, url, language, score, ...shown };
    const via = { language, title: shown.title, titleMarks: shown.titleMarks };
    const twin = twins[this.language];
    if (!twin) return { id, url, language, score, ...shown, via };
    const [address, title] = twin;
    return { id, url: address, title, summary: "", language: this.language, score, titleMarks: [], sections: [], via };
  }
}
