// @ts-check
// Finds recovery phrases of Chinese characters: set apart, or unspaced as many as a phrase has.
// hooks/handrail/secrets/chinese_phrases.py does exactly the same, function by function.
import { bip39 } from "./checksums.js";
import { isDigit, isNumber } from "./list_numbering.js";
import { PHRASE, phrases } from "./word_runs.js";
import { pattern } from "./rules.js";
import { chinese } from "./wordlists.js";
import { rules } from "./wordlist_data.js";

/** @typedef {import("./word_runs.js").Found} Found */
/** @typedef {import("./word_runs.js").Word} Word */
/** @typedef {ReturnType<typeof import("./normalization.js").off>} Plain */

const LENGTHS = [12, 15, 18, 21, 24];
const RARE = 600;
const VERY_RARE = 700;

/** @param {Plain} plain @returns {Found[]} */
export const findCharacters = (plain) => [...apart(plain), ...unspaced(plain.lower)];

/** @param {Plain} plain @returns {Found[]} */
function apart({ lower, seams }) {
  /** @type {Word[]} */
  const singles = [];
  let away = 0;
  for (const match of lower.matchAll(pattern("characters"))) {
    const start = match.index;
    const end = start + match[0].length;
    let isApart = Boolean(match[1]);
    for (let at = start + 1; at < end; at++) isApart &&= seams.has(at);
    if (isApart) {
      for (let at = start; at < end; at++) {
        const isUnit = rules.units.includes(lower[at]) && isDigit(lower[at - 1]);
        singles.push({ text: isUnit ? "" : lower[at], start: at, end: at + 1, away });
        away = 0;
      }
    } else if (!isNumber(lower, start, end)) {
      away += end - start;
    }
  }
  const [simplified, traditional] = chinese();
  const isListed = (/** @type {string} */ one) => simplified.has(one) || traditional.has(one);
  const anything = () => true;
  const found = phrases(singles, isListed, [anything, anything]);
  return found.map(([, start, end]) => ["phrase-characters", start, end]);
}

/** @param {string} lower @returns {Found[]} */
function unspaced(lower) {
  /** @type {Found[]} */
  const found = [];
  const failed = new Set(); // here and below: a text that repeats itself would be hashed again and again
  for (const match of lower.matchAll(pattern("phrase"))) {
    const end = match.index + match[0].length;
    for (let start = end - match[1].length; start <= end; start++) {
      const places = following(lower, start);
      for (const length of LENGTHS) {
        if (places.length < length) break;
        const text = places.slice(0, length).map((at) => lower[at]).join("");
        if (failed.has(text)) continue;
        if (isPhrase(text, length)) found.push(["phrase-run", start, places[length - 1] + 1]);
        else failed.add(text);
      }
    }
  }
  for (const lines of lower.matchAll(pattern("han_lines"))) {
    const runs = [...lines[0].matchAll(pattern("han"))];
    const joined = runs.map((run) => run[0]).join("");
    if (runs.length > 1 && isPhrase(joined, joined.length)) {
      found.push(["phrase-run", lines.index, lines.index + lines[0].length]);
    }
    for (const run of runs) {
      const start = lines.index + run.index;
      const { length } = run[0];
      if (isPhrase(run[0], length)) found.push(["phrase-run", start, start + length]);
      else if (length > PHRASE) found.push(...inside(run[0], start));
    }
  }
  return found;
}

/** @param {string} lower @param {number} start */
function following(lower, start) {
  const places = [];
  for (let at = start; at < lower.length && places.length < 24; at++) {
    if (lower[at] >= "\u3400" && lower[at] <= "\u9fff") places.push(at);
    else if (!" \t\r\n".includes(lower[at])) break;
  }
  return places;
}

/** @param {string} text @param {number} length */
function isPhrase(text, length) {
  if (!LENGTHS.includes(length) || text.length !== length) return false;
  return chinese().some((known) => {
    let sum = 0;
    const indexes = [];
    for (const one of text) {
      const index = known.get(one);
      if (index === undefined) return false;
      indexes.push(index);
      sum += index;
    }
    return (sum >= RARE * length || repeats(text)) && bip39(indexes);
  });
}

/** @param {string} text */
function repeats(text) {
  if (new Set(text).size < 2) return false;
  for (let at = 0; at < text.length - 2; at++) if (text.includes(text.slice(at, at + 3), at + 1)) return true;
  return false;
}

/** @param {string} text @param {number} offset @returns {Found[]} */
function inside(text, offset) {
  /** @type {Found[]} */
  const found = [];
  for (const known of chinese()) {
    const failed = new Set();
    const indexes = [...text].map((one) => known.get(one) ?? -1);
    const sums = [0];
    const misses = [0];
    indexes.forEach((index, i) => {
      sums.push(sums[i] + Math.max(index, 0));
      misses.push(misses[i] + Number(index < 0));
    });
    const fits = (/** @type {number} */ start, /** @type {number} */ end) => {
      const rare = sums[end] - sums[start] >= VERY_RARE * (end - start);
      if (end > text.length || misses[end] !== misses[start] || !rare) return false;
      const key = text.slice(start, end);
      if (failed.has(key)) return false;
      const isRight = bip39(indexes.slice(start, end));
      if (!isRight) failed.add(key);
      return isRight;
    };
    for (let start = 0; start <= text.length - PHRASE; ) {
      const length = LENGTHS.find((one) => fits(start, start + one)) ?? 0;
      if (length) found.push(["phrase-inside", offset + start, offset + start + length]);
      start += length || 1;
    }
  }
  return found;
}
