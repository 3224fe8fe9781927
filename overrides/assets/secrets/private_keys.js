// @ts-check
// Finds private keys in all the forms that wallets give them out in.
// hooks/handrail/secrets/private_keys.py does exactly the same, function by function.
import { base58check } from "./checksums.js";
import { contains, pattern } from "./rules.js";
import { rules } from "./wordlist_data.js";

/** @typedef {import("./word_runs.js").Match} Match */
/** @typedef {ReturnType<typeof import("./normalization.js").normalize>} NormalizedText */
/** @typedef {[start: number, end: number][]} Spans */

const NEAR = 40;
const HASH_FIELD = "hash";
const ENCRYPTED = 58;
const EXTENDED = 111;
const CHECKED = [51, 52, ENCRYPTED, EXTENDED];

/** @param {NormalizedText} normalized @param {string} field @returns {Match[]} */
export function findPrivateKeys(normalized, field) {
  /** @type {Match[]} */
  const matches = [];
  /** @type {Spans} */
  const tokens = [];
  for (const match of normalized.text.matchAll(pattern("token"))) tokens.push([match.index, match.index + match[0].length]);
  const gaps = tokens.map(([start], index) => index > 0 && isBlank(normalized.text.slice(tokens[index - 1][1], start)));
  tokens.forEach(([start, end], index) => {
    const token = normalized.text.slice(start, end);
    const rule = checksumRule(token) || shapeRule(token, normalized.lower, start);
    if (rule) matches.push([rule, start, end]);
    else if (contains("hex", token)) matches.push(...judgeHex(normalized.lower, start, end, field));
    else if (contains("joined", token)) matches.push(...findSplitKey(normalized.text, tokens, gaps, index));
  });
  matches.push(...findSplitHex(normalized, tokens, field));
  for (const match of normalized.lower.matchAll(pattern("pem"))) {
    matches.push(["key-pem", match.index, match.index + match[0].length]);
  }
  return [...matches, ...findKeystore(normalized.lower)];
}

/** @param {string} token @returns {string} */
function checksumRule(token) {
  if (!CHECKED.includes(token.length) || !contains("base58", token)) return "";
  const data = base58check(token);
  if (data.length === 33 || (data.length === 34 && data[33] === 1)) return "key-wif";
  if (data.length === 39 && data[0] === 1 && (data[1] === 0x42 || data[1] === 0x43)) return "key-encrypted";
  if (data.length === 78) return data[45] ? "key-public" : "key-extended";
  return "";
}

/** @param {string} token @param {string} lower @param {number} start @returns {string} */
function shapeRule(token, lower, start) {
  if (contains("bech32", token.toLowerCase())) return "key-bech32";
  if (token.length >= 86 && token.length <= 88 && contains("base58", token)) return isLinked(lower, start) ? "" : "key-base58";
  if (contains("public", token)) return "key-public";
  return ["wif", "encrypted", "extended"].some((name) => contains(name, token)) ? "key-shape" : "";
}

/** @param {string} text @param {Spans} tokens @param {boolean[]} gaps @param {number} index @returns {Match[]} */
function findSplitKey(text, tokens, gaps, index) {
  const [start, end] = tokens[index];
  const longest = contains("extended_start", text.slice(start, end)) ? EXTENDED : ENCRYPTED;
  let length = end - start;
  for (let next = index + 1; next < tokens.length; next++) {
    const [begin, stop] = tokens[next];
    length += stop - begin;
    if (length > longest || !gaps[next]) break;
    if (!CHECKED.includes(length)) continue;
    const whole = text.slice(start, stop).replace(/[ \t\r\n]+/g, "");
    const rule = contains("whole", whole) ? checksumRule(whole) : "";
    if (rule) return [[rule, start, stop]];
  }
  return [];
}

/** @param {NormalizedText} normalized @param {Spans} tokens @param {string} field @returns {Match[]} */
function findSplitHex({ text, lower }, tokens, field) {
  /** @type {Match[]} */
  const matches = [];
  /** @type {Spans} */
  let pieces = [];
  for (const [start, end] of /** @type {Spans} */ ([...tokens, [text.length, text.length]])) {
    const isPiece = end - start >= 4 && end - start < 64 && contains("hex_piece", text.slice(start, end));
    if (pieces.length && (!isPiece || !isBlank(text.slice(pieces[pieces.length - 1][1], start)))) {
      const whole = pieces.map(([begin, stop]) => text.slice(begin, stop)).join("");
      if (contains("hex", whole)) matches.push(...judgeHex(lower, pieces[0][0], pieces[pieces.length - 1][1], field));
      pieces = [];
    }
    if (isPiece) pieces.push([start, end]);
  }
  return matches;
}

/** @param {string} lower @param {number} start @param {number} end @param {string} field @returns {Match[]} */
function judgeHex(lower, start, end, field) {
  if (isLinked(lower, start)) return [];
  const around = [lower.slice(Math.max(0, start - NEAR), start), lower.slice(end, end + NEAR)];
  if (around.some((part) => contains("private_key", part))) return [["key-hex", start, end]];
  return field === HASH_FIELD ? [] : [["key-or-hash", start, end]];
}

/** @param {string} lower @param {number} start */
function isLinked(lower, start) {
  return rules.links.some((/** @type {string} */ link) => lower.slice(Math.max(0, start - link.length), start) === link);
}

/** @param {string} text */
const isBlank = (text) => !/[^ \t\r\n]/.test(text);

/** @param {string} lower @returns {Match[]} */
function findKeystore(lower) {
  const matches = [...lower.matchAll(pattern("store"))];
  const names = new Set(matches.map((match) => match.slice(1).findIndex(Boolean)));
  if (names.size !== 3) return [];
  const first = matches[0].index;
  const last = matches[matches.length - 1];
  const opening = lower.lastIndexOf("{", first);
  const closing = lower.indexOf("}", last.index + last[0].length) < 0 ? lower.length : lower.lastIndexOf("}") + 1;
  return [["key-store", opening < 0 ? first : opening, closing]];
}
