// @ts-check
// Finds recovery phrases of Chinese characters without spaces: with the checksum of a phrase, or very rare.
// hooks/handrail/secrets/chinese_phrases.py does exactly the same, function by function.
import { LENGTHS, isPhrase } from "./character_rarity.js";
import { bip39 } from "./checksums.js";
import { contains, pattern } from "./rules.js";
import { PHRASE } from "./word_runs.js";
import { chinese } from "./wordlists.js";

/** @typedef {import("./word_runs.js").Match} Match */
/** @typedef {import("./words.js").NormalizedText} NormalizedText */

const AFTER_WORD = { checked: 600, flawed: 650 };
const ALONE = { checked: 600, flawed: 800 };
const CLAUSE = { checked: 760, flawed: 980 };
const EMBEDDED = 700;

/** @param {NormalizedText} normalized @returns {Match[]} */
export function findChinesePhrases({ lower }) {
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
        if (isPhrase(text, AFTER_WORD)) matches.push(["phrase-run", start, offsets[length - 1] + 1]);
        else failed.add(text);
      }
    }
  }
  for (const lines of lower.matchAll(pattern("han_lines"))) {
    const end = lines.index + lines[0].length;
    const rarity = isAlone(lower, lines.index, end) ? ALONE : CLAUSE;
    const runs = [...lines[0].matchAll(pattern("han"))];
    const texts = runs.map((run) => run[0]);
    if (areGroups(texts) && isPhrase(texts.join(""), rarity)) matches.push(["phrase-run", lines.index, end]);
    for (const run of runs) {
      const start = lines.index + run.index;
      const { length } = run[0];
      if (isPhrase(run[0], runs.length === 1 ? rarity : CLAUSE)) matches.push(["phrase-run", start, start + length]);
      else if (length > PHRASE) matches.push(...findEmbedded(run[0], start));
    }
  }
  return matches;
}

/**
 * Whether there are no other Chinese characters on the line.
 * @param {string} lower @param {number} start @param {number} end
 */
function isAlone(lower, start, end) {
  const last = lower.indexOf("\n", end);
  const before = lower.slice(start && lower.lastIndexOf("\n", start - 1) + 1, start);
  return !contains("han", before) && !contains("han", lower.slice(end, last < 0 ? undefined : last));
}

/** Whether characters stand in groups of one size; the last may be smaller. @param {string[]} texts */
function areGroups(texts) {
  const last = texts.length - 1;
  const [{ length }] = texts;
  return last > 0 && texts.slice(0, last).every((text) => text.length === length) && texts[last].length <= length;
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
      const rare = sums[end] - sums[start] >= EMBEDDED * (end - start);
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
