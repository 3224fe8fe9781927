// @ts-check
// Finds private keys in all the forms that wallets give them out in.
// hooks/handrail/secrets/private_keys.py does exactly the same, function by function.
import { RIPPLE, base58, base58check } from "./checksums.js";
import { isKeyPair } from "./ed25519.js";
import { judgeHash, judgeHex } from "./hex_keys.js";
import { findKeystores } from "./keystores.js";
import { contains, pattern } from "./rules.js";
import { findSplitKeys } from "./split_keys.js";

/** @typedef {import("./word_runs.js").Match} Match */
/** @typedef {import("./words.js").NormalizedText} NormalizedText */

const MAX_PAIRS = 8;
const CHECKED = [51, 52, 58, 111];
/** Family seeds of Ripple: bytes, and what they begin with. @type {Record<number, number[]>} */
const RIPPLE_SEEDS = { 17: [0x21], 19: [0x01, 0xe1, 0x4b] };
const FIRST_WIF_VERSION = 0x80;

/** @param {NormalizedText} normalized @param {string} field @returns {Match[]} */
export function findPrivateKeys(normalized, field) {
  const { text, lower } = normalized;
  /** @type {Match[]} */
  const matches = [];
  /** @type {[start: number, end: number][]} */
  const tokens = Array.from(text.matchAll(pattern("token")), (match) => [match.index, match.index + match[0].length]);
  let pairs = 0;
  for (const [start, end] of tokens) {
    const token = text.slice(start, end);
    if (contains("pair", token)) {
      if (++pairs > MAX_PAIRS) matches.push(...judgeHash(lower, start, end, field));
      else if (isKeyPair(base58(token))) matches.push(["key-pair", start, end]);
      continue;
    }
    const rule = checksumRule(token) || shapeRule(token);
    if (rule) matches.push([rule, start, end]);
    else if (contains("hex", token)) matches.push(...judgeHex(lower, start, end, field));
  }
  matches.push(...findSplitKeys(normalized, tokens, field, checksumRule));
  for (const name of ["key-prefix", "key-pem", "key-seed"]) {
    for (const match of lower.matchAll(pattern(name))) matches.push([name, match.index, match.index + match[0].length]);
  }
  for (const match of text.matchAll(pattern("key-cased"))) matches.push(keyAt("key-prefix", match));
  for (const match of lower.matchAll(pattern("key-named"))) {
    const [rule, start, end] = keyAt("key-named", match);
    const key = text.slice(start, end);
    if (contains("mixed", key) && !checksumRule(key)) matches.push([rule, start, end]);
  }
  return [...matches, ...findKeystores(lower)];
}

/** The key that a match ends with. @param {string} rule @param {RegExpMatchArray} match @returns {Match} */
function keyAt(rule, match) {
  const end = /** @type {number} */ (match.index) + match[0].length;
  return [rule, end - match[1].length, end];
}

/** The rule of a key whose checksum is right; empty for all else. @param {string} token @returns {string} */
function checksumRule(token) {
  if (contains("ripple", token)) {
    const seed = base58check(token, RIPPLE);
    return RIPPLE_SEEDS[seed.length]?.every((byte, i) => byte === seed[i]) ? "key-prefix" : "";
  }
  if (!CHECKED.includes(token.length) || !contains("base58", token)) return "";
  const data = base58check(token);
  const isWif = data.length === 33 || (data.length === 34 && data[33] === 1);
  if (isWif && data[0] >= FIRST_WIF_VERSION) return "key-wif";
  if (data.length === 39 && data[0] === 1 && (data[1] === 0x42 || data[1] === 0x43)) return "key-encrypted";
  if (data.length === 78) return data[45] ? "key-public" : "key-extended";
  return "";
}

/** The rule of a key with a wrong checksum. @param {string} token @returns {string} */
function shapeRule(token) {
  if (contains("public", token)) return "key-public";
  return ["wif", "encrypted", "extended"].some((name) => contains(name, token)) ? "key-shape" : "";
}
