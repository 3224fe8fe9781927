// @ts-check
// Finds recovery phrases of Chinese characters: set apart, or unspaced as many as a phrase has.
// hooks/handrail/secrets/chinese_phrases.py does exactly the same, function by function.
import { bip39 } from "./checksums.js";
import { isDigit, isNumbering } from "./list_numbering.js";
import { PHRASE, findRuns } from "./word_runs.js";
import { pattern } from "./rules.js";
import { chinese } from "./wordlists.js";
import { rules } from "./wordlist_data.js";

/** @typedef {import("./word_runs.js").Match} Match */
/** @typedef {import("./word_runs.js").Word} Word */
/** @typedef {ReturnType<typeof import("./normalization.js").normalize>} NormalizedText */

const LENGTHS = [12, 15, 18, 21, 24];
const RARE_INDEX = 600;
const VERY_RARE_INDEX = 700;

/** @param {NormalizedText} normalized @returns {Match[]} */
export const findChinesePhrases = (normalized) => [...findSeparated(normalized), ...findUnspaced(normalized.lower)];

/** @param {NormalizedText} normalized @returns {Match[]} */
function findSeparated({ lower, seams }) {
  /** @type {Word[]} */
  const singles = [];
  let distance = 0;
  for (const match of lower.matchAll(pattern("characters"))) {
    const start = match.index;
    const end = start + match[0].length;
    let isApart = Boolean(match[1]);
    for (let at = start + 1; at < end; at++) isApart &&= seams.has(at);
    if (isApart) {
      for (let at = start; at < end; at++) {
        const isUnit = rules.units.includes(lower[at]) && isDigit(lower[at - 1]);
        singles.push({ text: isUnit ? "" : lower[at], start: at, end: at + 1, distance });
        distance = 0;
      }
    } else if (!isNumbering(lower, start, end)) {
      distance += end - start;
    }
  }
  const [simplified, traditional] = chinese();
  const isListed = (/** @type {string} */ character) => simplified.has(character) || traditional.has(character);
  const anything = () => true;
  const matches = findRuns(singles, isListed, [anything, anything]);
  return matches.map(([, start, end]) => ["phrase-characters", start, end]);
}

/** @param {string} lower @returns {Match[]} */
function findUnspaced(lower) {
  /** @type {Match[]} */
  const matches = [];
  const failed = new Set(); // here and below: a text that repeats itself would be hashed again and again
  for (const match of lower.matchAll(pattern("phrase"))) {
    const end = match.index + match[0].length;
    for (let start = end - match[1].length; start <= end; start++) {
      const offsets = nextCharacters(lower, start);
      for (const length of LENGTHS) {
        if (offsets.length < length) break;
        const text = offsets.slice(0, length).map((at) => lower[at]).join("");
        if (failed.has(text)) continue;
        if (isPhrase(text, length)) matches.push(["phrase-run", start, offsets[length - 1] + 1]);
        else failed.add(text);
      }
    }
  }
  for (const lines of lower.matchAll(pattern("han_lines"))) {
    const runs = [...lines[0].matchAll(pattern("han"))];
    const joined = runs.map((run) => run[0]).join("");
    if (runs.length > 1 && isPhrase(joined, joined.length)) {
      matches.push(["phrase-run", lines.index, lines.index + lines[0].length]);
    }
    for (const run of runs) {
      const start = lines.index + run.index;
      const { length } = run[0];
      if (isPhrase(run[0], length)) matches.push(["phrase-run", start, start + length]);
      else if (length > PHRASE) matches.push(...findEmbedded(run[0], start));
    }
  }
  return matches;
}

/** @param {string} lower @param {number} start */
function nextCharacters(lower, start) {
  const offsets = [];
  for (let at = start; at < lower.length && offsets.length < 24; at++) {
    if (lower[at] >= "\u3400" && lower[at] <= "\u9fff") offsets.push(at);
    else if (!" \t\r\n".includes(lower[at])) break;
  }
  return offsets;
}

/** @param {string} text @param {number} length */
function isPhrase(text, length) {
  if (!LENGTHS.includes(length) || text.length !== length) return false;
  return chinese().some((known) => {
    let sum = 0;
    const indexes = [];
    for (const character of text) {
      const index = known.get(character);
      if (index === undefined) return false;
      indexes.push(index);
      sum += index;
    }
    return (sum >= RARE_INDEX * length || repeats(text)) && bip39(indexes);
  });
}

/** @param {string} text */
function repeats(text) {
  if (new Set(text).size < 2) return false;
  for (let at = 0; at < text.length - 2; at++) if (text.includes(text.slice(at, at + 3), at + 1)) return true;
  return false;
}

/** @param {string} text @param {number} offset @returns {Match[]} */
function findEmbedded(text, offset) {
  /** @type {Match[]} */
  const matches = [];
  for (const known of chinese()) {
    const failed = new Set();
    const indexes = [...text].map((character) => known.get(character) ?? -1);
    const sums = [0];
    const misses = [0];
    indexes.forEach((index, i) => {
      sums.push(sums[i] + Math.max(index, 0));
      misses.push(misses[i] + Number(index < 0));
    });
    const isEmbedded = (/** @type {number} */ start, /** @type {number} */ end) => {
      const rare = sums[end] - sums[start] >= VERY_RARE_INDEX * (end - start);
      if (end > text.length || misses[end] !== misses[start] || !rare) return false;
      const key = text.slice(start, end);
      if (failed.has(key)) return false;
      const isRight = bip39(indexes.slice(start, end));
      if (!isRight) failed.add(key);
      return isRight;
    };
    for (let start = 0; start <= text.length - PHRASE; ) {
      const length = LENGTHS.find((size) => isEmbedded(start, start + size)) ?? 0;
      if (length) matches.push(["phrase-inside", offset + start, offset + start + length]);
      start += length || 1;
    }
  }
  return matches;
}
