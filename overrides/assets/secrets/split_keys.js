// @ts-check
// Finds private keys in pieces: with spaces, line ends, hyphens or commas in between, or as a list of bytes.
// hooks/handrail/secrets/split_keys.py does exactly the same, function by function.
import { hasSecretNumbers } from "./checksums.js";
import { judgeHex } from "./hex_keys.js";
import { contains, pattern } from "./rules.js";

/** @typedef {import("./word_runs.js").Match} Match */
/** @typedef {import("./words.js").NormalizedText} NormalizedText */
/** @typedef {[start: number, end: number]} Token */
/** @typedef {(token: string) => string} ChecksumRule the rule of a key whose checksum is right, or nothing */

const LONGEST_KEY = 58;
const LONGEST_EXTENDED = 111;
const SHORTEST_KEY = 51;
const KEY_BYTES = [32, 64];
const VARIED_BYTES = 0.6;

/**
 * @param {NormalizedText} normalized @param {Token[]} tokens @param {string} field @param {ChecksumRule} checksumRule
 * @returns {Match[]}
 */
export function findSplitKeys({ text, lower }, tokens, field, checksumRule) {
  /** @type {Match[]} */
  const matches = [];
  const gaps = tokens.map(([start], index) => contains("gap", text.slice(index && tokens[index - 1][1], start)));
  tokens.forEach(([start, end], index) => {
    if (!contains("joined", text.slice(start, end))) return;
    matches.push(...findChecked(text, tokens, gaps, index, checksumRule));
  });
  matches.push(...findSplitHex(text, lower, tokens, gaps, field));
  for (const match of lower.matchAll(pattern("bytes"))) {
    const bytes = (match[1].match(pattern("byte")) ?? []).map(Number);
    const isVaried = new Set(bytes).size >= bytes.length * VARIED_BYTES;
    if (KEY_BYTES.includes(bytes.length) && Math.max(...bytes) < 256 && isVaried) matches.push(bytesAt(match));
  }
  for (const match of lower.matchAll(pattern("secret_numbers"))) {
    if (hasSecretNumbers(match[1].match(pattern("number")) ?? [])) matches.push(bytesAt(match));
  }
  return matches;
}

/** Both patterns end with what they look for. @param {RegExpMatchArray} match @returns {Match} */
function bytesAt(match) {
  const end = /** @type {number} */ (match.index) + match[0].length;
  return ["key-bytes", end - match[1].length, end];
}

/**
 * A key with a checksum that is cut into pieces. `gaps` are true before pieces of something.
 * @param {string} text @param {Token[]} tokens @param {boolean[]} gaps @param {number} index
 * @param {ChecksumRule} checksumRule @returns {Match[]}
 */
function findChecked(text, tokens, gaps, index, checksumRule) {
  const [start, end] = tokens[index];
  const longest = contains("extended_start", text.slice(start, end)) ? LONGEST_EXTENDED : LONGEST_KEY;
  let length = end - start;
  for (let next = index + 1; next < tokens.length; next++) {
    const [begin, stop] = tokens[next];
    length += stop - begin;
    if (length > longest || !gaps[next]) break;
    if (length < SHORTEST_KEY) continue;
    const whole = wholeOf(text, tokens.slice(index, next + 1));
    const rule = contains("whole", whole) ? checksumRule(whole) : "";
    if (rule) return [[rule, start, stop]];
  }
  return [];
}

/**
 * Hex digits that are cut into pieces.
 * @param {string} text @param {string} lower @param {Token[]} tokens @param {boolean[]} gaps @param {string} field
 */
function findSplitHex(text, lower, tokens, gaps, field) {
  /** @type {Match[]} */
  const matches = [];
  /** @type {Token[]} */
  let pieces = [];
  /** @type {Token[]} */ ([...tokens, [text.length, text.length]]).forEach(([start, end], index) => {
    const isPiece = end - start >= 2 && end - start < 64 && contains("hex_piece", text.slice(start, end));
    if (pieces.length && !(isPiece && gaps[index])) {
      const isKey = pieces.length > 1 && contains("hex", wholeOf(text, pieces));
      if (isKey) matches.push(...judgeHex(lower, pieces[0][0], pieces[pieces.length - 1][1], field));
      pieces = [];
    }
    if (isPiece) pieces.push([start, end]);
  });
  return matches;
}

/** @param {string} text @param {Token[]} pieces */
const wholeOf = (text, pieces) => pieces.map(([start, end]) => text.slice(start, end)).join("");
