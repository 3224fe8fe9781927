// @ts-check
// Search in the browser: asks the index of the reader's language, and those of other languages where that one lacks the
// words.
import { certaintyOf } from "./certainty.js";
import { excerpt } from "./excerpt.js";
import { memoize } from "./index_files.js";
import { InvertedIndex } from "./inverted_index.js";
import { matchArticles } from "./matcher.js";

/** @typedef {import("./matcher.js").Match} Match */
/** @typedef {import("./excerpt.js").Range} Range */
/** @typedef {import("./excerpt.js").Section} Section */
/** @typedef {import("./index_files.js").Fetch} Fetch */
/**
 * @typedef {object} Result an article that answers
 * @property {string} id
 * @property {string} url from the site's root
 * @property {string} title
 * @property {string} summary
 * @property {string} category its id
 * @property {string} language of the page behind `url`
 * @property {number} score
 * @property {boolean} [isWeaker] whether it fits much less than the best one
 * @property {Range[]} titleMarks
 * @property {Section[]} sections best first
 * @property {{ language: string, title: string, titleMarks: Range[] }} [via] the article of another language that matched
 */
/**
 * @typedef {object} Answer
 * @property {Result[]} results best first
 * @property {Result[]} near where none fits: the nearest ones
 * @property {boolean} isWeak whether even the best result holds little of the question, and is a guess
 */
/** @typedef {{ language: string, url: string }} EntryFile the file that the index of a language begins with */
/** @typedef {{ others?: EntryFile[], fetch?: Fetch }} Options */

const MIN_SHARE = 0.08; // of the query that an article must hold to be a result
const MIN_KNOWN = 0.75; // of the query's terms that must be in the index; else other languages are asked too …
const CONFIDENT = { share: 0.9, titleMatch: 0.2 }; // … unless an article holds nearly all of it, or is named like it
/** In shares, when the answers of languages are compared: words as they were typed count more than guesses. */
const BONUS = { ownLanguage: 0.1, known: 0.2 };
const MAX_NEAR = 3;
const WEAKER = 0.5; // of the best one's score

/** Opens the index at `url`. Rejects where it cannot be fetched. @param {string} url @param {Options} [options] */
export async function open(url, { others = [], fetch = (address, options) => globalThis.fetch(address, options) } = {}) {
  return new Engine(await InvertedIndex.open(url, fetch), others, fetch);
}

/** @param {Match} match */
function isConfident({ share, hasUnknownWords, rankings: [best] }) {
  if (hasUnknownWords) return false; // as pinyin it may fit in full, and yet be a word of another language
  return share >= CONFIDENT.share || (share >= MIN_KNOWN && best.titleMatch >= CONFIDENT.titleMatch);
}

/** @param {Match} match @param {import("./ranking.js").Ranking} ranking */
const isGuess = ({ index, queryTerms }, { article }) =>
  certaintyOf(queryTerms, article, index) < index.manifest.weights.certainty.weak;

export class Engine {
  /** @param {InvertedIndex} index @param {EntryFile[]} others @param {Fetch} fetch */
  constructor(index, others, fetch) {
    this.index = index;
    this.fetch = fetch;
    this.others = others;
    /** @type {Map<string, Promise<InvertedIndex>>} the indexes of other languages, by address */
    this.otherIndexes = new Map();
  }

  get language() {
    return this.index.manifest.language;
  }

  /** Rejects where a file that it needs cannot be fetched; the same query may then be asked again.
   * @param {string} query @param {{ limit?: number, first?: (result: Result) => void }} [options] `first` is called
   * with the best article so far, where all of them take further requests @returns {Promise<Answer>} */
  async search(query, { limit = 8, first } = {}) {
    /** @param {Match} match */
    const showFirst = async (match) => {
      const [best] = match.rankings;
      if (best?.share >= MIN_SHARE) first?.(await this.show(match, best));
    };
    const own = await matchArticles(this.index, query, limit, first && showFirst);
    const matches = [own];
    if (own.hasTerms && (own.knownShare < MIN_KNOWN || own.share < MIN_SHARE) && !isConfident(own)) {
      for (const { url } of this.others) {
        const index = await memoize(this.otherIndexes, url, () => InvertedIndex.open(url, this.fetch));
        matches.push(await matchArticles(index, query, limit));
      }
      const rank = (/** @type {Match} */ match) =>
        match.share + BONUS.known * match.knownShare + (match === own ? BONUS.ownLanguage : 0);
      matches.sort((a, b) => rank(b) - rank(a));
    }
    /** @type {Map<string, Result>} */
    const results = new Map();
    let isWeak = false;
    for (const match of matches) {
      const fits = (/** @type {number} */ share) => share >= Math.max(MIN_SHARE, match.share / 4);
      for (const ranking of match.rankings.filter(({ share }) => fits(share))) {
        if (results.size >= limit) break;
        if (!results.size) isWeak = isGuess(match, ranking);
        const result = await this.show(match, ranking);
        if (!results.has(result.id)) results.set(result.id, result);
      }
    }
    const nearest = results.size ? [] : own.rankings.slice(0, MAX_NEAR);
    const near = await Promise.all(nearest.map((ranking) => this.show(own, ranking)));
    const [best] = results.values();
    for (const result of results.values()) result.isWeaker = result.score < WEAKER * best.score;
    return { results: [...results.values()], near, isWeak };
  }

  /** @param {Match} match @param {import("./ranking.js").Ranking} ranking @returns {Promise<Result>} */
  async show({ index, soughtTerms }, { article, score }) {
    const text = await index.text(article);
    const [id, url, , , , counterparts, category] = text;
    const { language } = index.manifest;
    const shown = excerpt(text, await index.termPositions(article), soughtTerms);
    if (language === this.language) return { id, url, category, language, score, ...shown };
    const via = { language, title: shown.title, titleMarks: shown.titleMarks };
    const counterpart = counterparts[this.language];
    if (!counterpart) return { id, url, category, language, score, ...shown, via };
    const [address, title] = counterpart;
    return { id, url: address, title, summary: "", language: this.language, score, titleMarks: [], sections: [], via };
  }
}
