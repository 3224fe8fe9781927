// @ts-check
// Articles as terms in their places, kept for the next question: what shows, and how close together it stands.
import { analyze } from "./analyzer.js";

/** @typedef {import("./alphabet.js").Alphabet} Alphabet */
/** @typedef {import("./files.js").Text} Text */
/** @typedef {{ start: number, end: number, term: string, weight: number, shown: boolean, dense: boolean }} Hit */
/** @typedef {Map<number, Omit<Hit, "start" | "end">>} Wanted the terms of a question, by their numbers */

const KEPT = 1_500_000; // terms

export class Readings {
  /** @param {Alphabet} alphabet */
  constructor(alphabet) {
    this.alphabet = alphabet;
    /** @type {Map<string, number>} */
    this.numbers = new Map();
    /** @type {Map<number, Reading>} by article, the longest unused first */
    this.kept = new Map();
    this.size = 0;
  }

  /** @param {number} article @param {Text} text */
  of(article, text) {
    const reading = this.kept.get(article) ?? new Reading(text, this);
    if (!this.kept.delete(article)) this.size += reading.terms.length;
    this.kept.set(article, reading);
    for (const [oldest, { terms }] of this.kept) {
      if (this.size < KEPT || oldest === article) break;
      this.kept.delete(oldest);
      this.size -= terms.length;
    }
    return reading;
  }

  /** The number of a term. @param {string} term */
  number(term) {
    let number = this.numbers.get(term);
    if (number === undefined) this.numbers.set(term, (number = this.numbers.size));
    return number;
  }
}

/** The terms of an article's title, then of each section's heading and text. */
export class Reading {
  /** @param {Text} text @param {Readings} readings */
  constructor([, , title, , sections], readings) {
    const parts = [title, ...sections.flatMap(([heading, , body]) => [heading, body])];
    const tokens = parts.map((part) => analyze(part, readings.alphabet));
    const size = tokens.reduce((sum, part) => sum + part.length, 0);
    this.terms = new Int32Array(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    /** @type {number[]} where each part ends */
    this.parts = [];
    let place = 0;
    for (const part of tokens) {
      for (const { term, start, end } of part) {
        this.terms[place] = readings.number(term);
        this.starts[place] = start;
        this.ends[place] = end;
        place += 1;
      }
      this.parts.push(place);
    }
  }

  /** What of a part is wanted, in its order. @param {number} part @param {Wanted} wanted */
  hits(part, wanted) {
    /** @type {Hit[]} */
    const found = [];
    for (let place = part ? this.parts[part - 1] : 0; place < this.parts[part]; place++) {
      const known = wanted.get(this.terms[place]);
      if (!known) continue;
      const { term, weight, shown, dense } = known; // named one by one: half the time of a question went into `...known`
      found.push({ term, weight, shown, dense, start: this.starts[place], end: this.ends[place] });
    }
    return found;
  }
}

/** The most that different hits within a window are worth together, and where that one begins.
 * @param {Hit[]} found @param {number} dense the window's width in dense text @param {number} spaced … and in words */
export function densest(found, dense, spaced) {
  let most = 0;
  let at = 0;
  /** @type {Map<string, number>} */
  const inside = new Map();
  let sum = 0;
  let next = 0;
  for (const first of found) {
    const width = first.dense ? dense : spaced;
    for (; next < found.length && found[next].end <= first.start + width; next++) {
      const { term, weight } = found[next];
      const count = inside.get(term) ?? 0;
      if (!count) sum += weight;
      inside.set(term, count + 1);
    }
    if (sum > most * 1.0001) [most, at] = [sum, first.start];
    const count = inside.get(first.term) ?? 0;
    if (count === 1) sum -= first.weight;
    if (count) inside.set(first.term, count - 1);
  }
  return { most, at };
}
