// @ts-check
// The positions of the terms in an article's texts, kept for the next query: for marks, teasers and proximity.
import { analyze } from "./analyzer.js";

/** @typedef {import("./character_table.js").CharacterTable} CharacterTable */
/** @typedef {import("./index_files.js").ArticleText} ArticleText */
/** @typedef {{ term: string, weight: number, isMarked: boolean, unspaced: boolean }} SoughtTerm */
/** @typedef {SoughtTerm & { start: number, end: number }} Hit */
/** @typedef {{ byNumber: Map<number, SoughtTerm>, isSought: Uint8Array }} SoughtTerms the terms of a query by their
 * numbers, and for each number whether it is one: most are not, and a Map takes ten times as long to tell */

const MAX_ARTICLES = 100;

export class TermPositionsCache {
  /** @param {CharacterTable} characterTable */
  constructor(characterTable) {
    this.characterTable = characterTable;
    /** @type {Map<string, number>} by term */
    this.numbers = new Map();
    /** @type {Map<number, TermPositions>} by article, the oldest first */
    this.articles = new Map();
  }

  /** @param {number} article @param {ArticleText} text */
  of(article, text) {
    let positions = this.articles.get(article);
    if (!positions) {
      const [oldest] = this.articles.keys();
      if (this.articles.size === MAX_ARTICLES) this.articles.delete(oldest);
      this.articles.set(article, (positions = new TermPositions(text, this)));
    }
    return positions;
  }

  /** @param {string} term */
  number(term) {
    let number = this.numbers.get(term);
    if (number === undefined) this.numbers.set(term, (number = this.numbers.size));
    return number;
  }
}

/** The terms of an article by field: its title, then of each section the heading and the text. */
export class TermPositions {
  /** @param {ArticleText} text @param {TermPositionsCache} cache */
  constructor([, , title, , sections], cache) {
    const fields = [title, ...sections.flatMap(([heading, , body]) => [heading, body])];
    const tokens = fields.map((field) => analyze(field, cache.characterTable, true));
    const size = tokens.reduce((sum, field) => sum + field.length, 0);
    this.terms = new Int32Array(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    /** @type {number[]} the position after the last term of each field */
    this.fieldEnds = [];
    let position = 0;
    for (const field of tokens) {
      for (const { term, start, end } of field) {
        this.terms[position] = cache.number(term);
        this.starts[position] = start;
        this.ends[position] = end;
        position += 1;
      }
      this.fieldEnds.push(position);
    }
  }

  /** The sought terms of a field, in order. @param {number} field @param {SoughtTerms} soughtTerms */
  hits(field, { byNumber, isSought }) {
    /** @type {Hit[]} */
    const hits = [];
    for (let position = field ? this.fieldEnds[field - 1] : 0; position < this.fieldEnds[field]; position++) {
      if (!isSought[this.terms[position]]) continue;
      const { term, weight, isMarked, unspaced } = byNumber.get(this.terms[position]); // `...` took twice as long
      hits.push({ term, weight, isMarked, unspaced, start: this.starts[position], end: this.ends[position] });
    }
    return hits;
  }
}

/** The window whose different terms weigh most, and where it begins. @param {Hit[]} hits
 * @param {number} unspacedWidth of the window in unspaced text @param {number} spacedWidth of it in words */
export function densestWindow(hits, unspacedWidth, spacedWidth) {
  let weight = 0;
  let start = 0;
  /** @type {Map<string, number>} how often each term is in the window */
  const counts = new Map();
  let sum = 0;
  let next = 0;
  for (const first of hits) {
    const width = first.unspaced ? unspacedWidth : spacedWidth;
    for (; next < hits.length && hits[next].end <= first.start + width; next++) {
      const { term, weight } = hits[next];
      const count = counts.get(term) ?? 0;
      if (!count) sum += weight;
      counts.set(term, count + 1);
    }
    if (sum > weight * 1.0001) [weight, start] = [sum, first.start];
    const count = counts.get(first.term) ?? 0;
    if (count === 1) sum -= first.weight;
    if (count) counts.set(first.term, count - 1);
  }
  return { weight, start };
}
