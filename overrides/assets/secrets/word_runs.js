// @ts-check
// Runs of listed words: whether so many words in a row are in a list that they must be a recovery phrase.
// hooks/handrail/secrets/word_runs.py does exactly the same. A sequence of words is a text of flags, one for each word:
// "1" where it is in the list.

/** @typedef {[rule: string, start: number, end: number]} Match where, in the normalized text */
/** @typedef {[rule: string, first: number, last: number]} Run the first and the last word */
/** @typedef {(first: number, missing: number[]) => boolean} IsNear whether words missing in a window may be mistyped */
/** @typedef {[first: number, last: number]} Span */

export const PHRASE = 12;
export const BLOCK = 11;
export const PART = 8;

/** Listed words in a row that are among twelve of which all but two are listed. */
export const SEED = 4;
const SEEDS = new RegExp(`1{${SEED},}`, "g");

/**
 * The bits that so many numbers in a row have: the lists that a run of words is in.
 * Each run is read from its end, so that most of a text is passed over.
 * @param {number[]} lists @param {number} length
 */
export function listsOfRuns(lists, length) {
  let found = 0;
  for (let start = 0, at = 0; start + length <= lists.length; ) {
    let common = -1;
    for (at = start + length; common && at > start; ) common &= lists[--at];
    found |= common;
    start = common ? start + 1 : at + 1;
  }
  return found;
}

/**
 * Eleven listed words in a row; twelve of which one or two are only near; eight in a row, which may be a part.
 * @param {string} flags @param {IsNear} isNear @returns {Run[]}
 */
export function runsOf(flags, isNear) {
  const whole = spans(flags, BLOCK);
  const typos = mergedSpans([...windows(flags, isNear), ...whole]);
  /** @type {Run[]} */
  const runs = typos.map(([first, last]) => {
    const isWhole = whole.some(([begin, end]) => first <= begin && end <= last);
    return [isWhole ? "phrase-words" : "phrase-typos", first, last];
  });
  for (const [first, last] of spans(flags, PART)) {
    if (!typos.some(([begin, end]) => begin <= last && end >= first)) runs.push(["phrase-part", first, last]);
  }
  return runs;
}

/** So many listed words in a row and more. @param {string} flags @param {number} length @returns {Run[]} */
export const wholeRuns = (flags, length) => spans(flags, length).map(([first, last]) => ["phrase-words", first, last]);

/** @param {string} flags @param {number} length @returns {Span[]} */
function spans(flags, length) {
  return Array.from(flags.matchAll(new RegExp(`1{${length},}`, "g")), (match) => [
    match.index,
    match.index + match[0].length - 1,
  ]);
}

/**
 * Twelve words, one or two of them not listed but near.
 * @param {string} flags @param {IsNear} isNear @returns {Span[]}
 */
function windows(flags, isNear) {
  /** @type {Span[]} */
  const found = [];
  let done = 0;
  for (const seed of flags.matchAll(SEEDS)) {
    const first = Math.max(done, seed.index - PHRASE + SEED);
    done = seed.index + seed[0].length - SEED + 1;
    for (let start = first; start < Math.min(done, flags.length - PHRASE + 1); start++) {
      const missing = [];
      for (let index = start; index < start + PHRASE; index++) if (flags[index] === "0") missing.push(index);
      if (missing.length && missing.length <= 2 && isNear(start, missing)) found.push([start, start + PHRASE - 1]);
    }
  }
  return found;
}

/** Spans in order, those that overlap as one. @param {Span[]} overlapping @returns {Span[]} */
function mergedSpans(overlapping) {
  /** @type {Span[]} */
  const merged = [];
  for (const [first, last] of overlapping.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const before = merged[merged.length - 1];
    if (before && first <= before[1]) before[1] = Math.max(last, before[1]);
    else merged.push([first, last]);
  }
  return merged;
}
