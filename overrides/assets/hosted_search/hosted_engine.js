// @ts-check
// Search where a server answers: the search box opens this instead of the engine, and asks it alike. The engine on the
// device is asked too: its answer is shown where the server is silent, or holds too little of the question; where the
// question may become a secret; and where it says that nothing answers, or leads readers who gave a secret away.
import { excerpt } from "../search/excerpt.js";
import { TermPositions, TermPositionsCache } from "../search/term_positions.js";
import { absoluteUrl, settings } from "../searchbox/settings.js";
import { element, findAll } from "../shared/dom.js";
import { load } from "../shared/lazy_load.js";
import { termsOf } from "./query.js";
import { ask } from "./typesense.js";

/** @typedef {import("../search/engine.js").Engine} Engine */
/** @typedef {import("../search/engine.js").Answer} Answer */
/** @typedef {import("../search/engine.js").Result} Result */
/** @typedef {import("./typesense.js").Group} Group */
/**
 * @typedef {object} Hosting what a page says of the server
 * @property {string} engine the engine on the device, from the root
 * @property {string} gate what tells the beginnings of secrets, from the root
 * @property {string} notice where questions go
 * @property {string | null} emergency the id of the article for readers who gave a secret away
 * @property {import("./typesense.js").Server} server
 */

const TIMEOUT = 1000; // milliseconds
const TYPING = 200; // milliseconds without a key until a question counts as typed
const MAX_TERMS = 40; // a pasted text is longer
const MIN_FOUND = 0.5; // of the question's terms, in the best article
const WEAKER = 0.5; // of the terms that the best article holds

/** Opens the index on the device, to be asked beside the server.
 * @param {string} url @param {Parameters<typeof import("../search/engine.js").open>[1]} options */
export async function open(url, options) {
  const hosting = /** @type {Hosting} */ (settings.hosting);
  showNotice(hosting.notice);
  /** @type {[typeof import("../search/engine.js"), { mayBecomeSecret: (query: string) => boolean }]} */
  const [own, { mayBecomeSecret }] = await Promise.all([
    load(absoluteUrl(hosting.engine)),
    load(absoluteUrl(hosting.gate)).catch(() => ({ mayBecomeSecret: () => true })),
  ]);
  return new HostedEngine(await own.open(url, options), hosting, mayBecomeSecret);
}

/** Says below each search box, and on the results page, where questions go. @param {string} notice */
function showNotice(notice) {
  for (const status of findAll(document, ".search__status, .results__status")) {
    status.after(element("p", { class: "search__host" }, notice));
  }
}

/** The lowest heading below the title. @param {import("./typesense.js").Hit["hierarchy"]} hierarchy */
const headingOf = (hierarchy) => Object.values(hierarchy).slice(2).findLast(Boolean) ?? "";

export class HostedEngine {
  /** The number of the newest search. */
  newest = 0;
  isSilent = false;

  /** @param {Engine} own @param {Pick<Hosting, "server" | "emergency">} hosting
   * @param {(query: string) => boolean} mayBecomeSecret */
  constructor(own, { server, emergency }, mayBecomeSecret) {
    this.own = own;
    this.server = server;
    this.emergency = emergency;
    this.mayBecomeSecret = mayBecomeSecret;
  }

  /** Rejects where neither the server answers nor the engine on the device.
   * @param {string} query @param {{ limit?: number }} [options] @returns {Promise<Answer>} */
  async search(query, { limit = 8 } = {}) {
    const own = this.own.search(query, { limit });
    own.catch(() => {}); // it counts only where the server has no answer
    const answer = await this.searchHost(query, limit).catch(() => {
      this.isSilent = true; // for as long as the page is open
    });
    if (!answer) return own;
    const device = await own.catch(() => answer);
    return device.isWeak || device.results[0]?.id === this.emergency ? device : answer;
  }

  /** The answer of the server, where it may be asked and has one.
   * @param {string} query @param {number} limit @returns {Promise<Answer | undefined>} */
  async searchHost(query, limit) {
    const number = ++this.newest;
    if (this.isSilent || this.mayBecomeSecret(query)) return undefined;
    const terms = termsOf(query, this.own.index.manifest);
    await new Promise((done) => setTimeout(done, TYPING));
    if (number !== this.newest || !terms.length || terms.length > MAX_TERMS) return undefined;
    const language = document.documentElement.lang;
    const groups = await ask(this.server, terms, { language, limit, signal: AbortSignal.timeout(TIMEOUT) });
    if (!groups.length || groups[0].found < MIN_FOUND * terms.length) return undefined;
    return { results: groups.map((group) => this.show(group, terms, groups[0].found)), near: [], isWeak: false };
  }

  /** @param {Group} group @param {string[]} terms @param {number} best how many terms the best article holds
   * @returns {Result} */
  show({ hits, found }, terms, best) {
    const [{ article, path, category, summary, hierarchy }] = hits;
    /** @type {[string, string, string][]} */
    const sections = hits
      .filter(({ type }) => type === "content")
      .map(({ anchor, content, hierarchy }) => [headingOf(hierarchy), anchor ?? "", content ?? ""]);
    /** @type {import("../search/index_files.js").ArticleText} */
    const text = [article, path, hierarchy.lvl1 ?? "", summary, sections, {}, category];
    const cache = new TermPositionsCache(this.own.index.manifest.characterTable);
    const positions = new TermPositions(text, cache);
    const byNumber = new Map(
      terms.map((term) => [cache.number(term), { term, weight: 1, isMarked: true, unspaced: false }]),
    );
    const isSought = new Uint8Array(cache.numbers.size);
    for (const number of byNumber.keys()) isSought[number] = 1;
    const shown = excerpt(text, positions, { byNumber, isSought });
    const { language } = this.own;
    return { id: article, url: path, category, language, score: found, isWeaker: found < WEAKER * best, ...shown };
  }
}
