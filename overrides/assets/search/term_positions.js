// @ts-check
// Articles as terms in their places, kept for the next question: what shows, and how close together it stands.
import { analyze } from "./analyzer.js";

/** @typedef {import("./character_table.js").Alphabet} Alphabet */
/** @typedef {import("./index_files.js").Text} Text */
/** @typedef {{ start: number, end: number, term: string, weight: number, shown: boolean, dense: boolean }} Hit */
/** @typedef {{ known: Map<number, Omit<Hit, "start" | "end">>, is: Uint8Array }} Wanted the terms of a question by their
 * numbers, and of each number whether it is one: most are not, and a Map says so ten times slower */

const KEPT = 100; // articles

export class Readings {
  /** @param {Alphabet} alphabet */
  constructor(alphabet) {
    this.alphabet = alphabet;
    /** @type {Map<string, number>} */
    this.numbers = new Map();
    /** @type {Map<number, Reading>} by article, the oldest first */
    this.kept = new Map();
  }

  /** @param {number} article @param {Text} text */
  of(article, text) {
    let reading = this.kept.get(article);
    if (!reading) {
      const [oldest] = this.kept.keys();
      if (this.kept.size === KEPT) this.kept.delete(oldest);
      this.kept.set(article, (reading = new Reading(text, this)));
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
  hits(part, { known, is }) {
    /** @type {Hit[]} */
    const found = [];
    for (let place = part ? this.parts[part - 1] : 0; place < this.parts[part]; place++) {
      if (!is[this.terms[place]]) continue;
      const { term, weight, shown, dense } = known.get(this.terms[place]); // one by one: `...` took half of the time
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
