// @ts-check
// Finds private keys in all the forms that wallets give them out in.
// hooks/handrail/secrets/private_keys.py does exactly the same, function by function.
import { base58check } from "./checksums.js";
import { has, pattern } from "./rules.js";
import { rules } from "./wordlist_data.js";

/** @typedef {import("./word_runs.js").Found} Found */
/** @typedef {ReturnType<typeof import("./normalization.js").off>} Plain */
/** @typedef {[start: number, end: number][]} Spans */

const NEAR = 40;
const HASH_FIELD = "hash";
const ENCRYPTED = 58;
const EXTENDED = 111;
const CHECKED = [51, 52, ENCRYPTED, EXTENDED];

/** @param {Plain} plain @param {string} field @returns {Found[]} */
export function findKeys(plain, field) {
  /** @type {Found[]} */
  const found = [];
  /** @type {Spans} */
  const tokens = [];
  for (const match of plain.text.matchAll(pattern("token"))) tokens.push([match.index, match.index + match[0].length]);
  const gaps = tokens.map(([start], place) => place > 0 && isBlank(plain.text.slice(tokens[place - 1][1], start)));
  tokens.forEach(([start, end], place) => {
    const token = plain.text.slice(start, end);
    const rule = named(token) || shaped(token, plain.lower, start);
    if (rule) found.push([rule, start, end]);
    else if (has("hex", token)) found.push(...hex(plain.lower, start, end, field));
    else if (has("joined", token)) found.push(...joined(plain.text, tokens, gaps, place));
  });
  found.push(...hexLines(plain, tokens, field));
  for (const match of plain.lower.matchAll(pattern("pem"))) {
    found.push(["key-pem", match.index, match.index + match[0].length]);
  }
  return [...found, ...store(plain.lower)];
}

/** @param {string} token @returns {string} */
function named(token) {
  if (!CHECKED.includes(token.length) || !has("base58", token)) return "";
  const data = base58check(token);
  if (data.length === 33 || (data.length === 34 && data[33] === 1)) return "key-wif";
  if (data.length === 39 && data[0] === 1 && (data[1] === 0x42 || data[1] === 0x43)) return "key-encrypted";
  if (data.length === 78) return data[45] ? "key-public" : "key-extended";
  return "";
}

/** @param {string} token @param {string} lower @param {number} start @returns {string} */
function shaped(token, lower, start) {
  if (has("bech32", token.toLowerCase())) return "key-bech32";
  if (token.length >= 86 && token.length <= 88 && has("base58", token)) return isLinked(lower, start) ? "" : "key-base58";
  if (has("public", token)) return "key-public";
  return ["wif", "encrypted", "extended"].some((name) => has(name, token)) ? "key-shape" : "";
}

/** @param {string} text @param {Spans} tokens @param {boolean[]} gaps @param {number} place @returns {Found[]} */
function joined(text, tokens, gaps, place) {
  const [start, end] = tokens[place];
  const longest = has("extended_start", text.slice(start, end)) ? EXTENDED : ENCRYPTED;
  let length = end - start;
  for (let next = place + 1; next < tokens.length; next++) {
    const [begin, stop] = tokens[next];
    length += stop - begin;
    if (length > longest || !gaps[next]) break;
    if (!CHECKED.includes(length)) continue;
    const whole = text.slice(start, stop).replace(/[ \t\r\n]+/g, "");
    const rule = has("whole", whole) ? named(whole) : "";
    if (rule) return [[rule, start, stop]];
  }
  return [];
}

/** @param {Plain} plain @param {Spans} tokens @param {string} field @returns {Found[]} */
function hexLines({ text, lower }, tokens, field) {
  /** @type {Found[]} */
  const found = [];
  /** @type {Spans} */
  let row = [];
  for (const [start, end] of /** @type {Spans} */ ([...tokens, [text.length, text.length]])) {
    const isPiece = end - start >= 4 && end - start < 64 && has("hex_piece", text.slice(start, end));
    if (row.length && (!isPiece || !isBlank(text.slice(row[row.length - 1][1], start)))) {
      const whole = row.map(([begin, stop]) => text.slice(begin, stop)).join("");
      if (has("hex", whole)) found.push(...hex(lower, row[0][0], row[row.length - 1][1], field));
      row = [];
    }
    if (isPiece) row.push([start, end]);
  }
  return found;
}

/** @param {string} lower @param {number} start @param {number} end @param {string} field @returns {Found[]} */
function hex(lower, start, end, field) {
  if (isLinked(lower, start)) return [];
  const around = [lower.slice(Math.max(0, start - NEAR), start), lower.slice(end, end + NEAR)];
  if (around.some((part) => has("private_key", part))) return [["key-hex", start, end]];
  return field === HASH_FIELD ? [] : [["key-or-hash", start, end]];
}

/** @param {string} lower @param {number} start */
function isLinked(lower, start) {
  return rules.links.some((/** @type {string} */ link) => lower.slice(Math.max(0, start - link.length), start) === link);
}

/** @param {string} text */
const isBlank = (text) => !/[^ \t\r\n]/.test(text);

/** @param {string} lower @returns {Found[]} */
function store(lower) {
  const found = [...lower.matchAll(pattern("store"))];
  const names = new Set(found.map((match) => match.slice(1).findIndex(Boolean)));
  if (names.size !== 3) return [];
  const first = found[0].index;
  const last = found[found.length - 1];
  const opening = lower.lastIndexOf("{", first);
  const closing = lower.indexOf("}", last.index + last[0].length) < 0 ? lower.length : lower.lastIndexOf("}") + 1;
  return [["key-store", opening < 0 ? first : opening, closing]];
}
