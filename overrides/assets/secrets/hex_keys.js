// @ts-check
// Tells private keys from transaction hashes, which look the same: by the field, and by what stands around them.
// hooks/handrail/secrets/hex_keys.py does exactly the same.
import { contains } from "./rules.js";
import { rules } from "./wordlist_data.js";

/** @typedef {import("./word_runs.js").Match} Match */

const NEAR = 40;
const HASH_FIELD = "hash";

/**
 * Hex digits: a key near a word for one, and what `judgeHash` says of other keys.
 * @param {string} lower @param {number} start @param {number} end @param {string} field @returns {Match[]}
 */
export function judgeHex(lower, start, end, field) {
  const around = [lower.slice(Math.max(0, start - NEAR), start), lower.slice(end, end + NEAR)];
  const isNamed = around.some((part) => contains("private_key", part));
  return isNamed && !isLinked(lower, start) ? [["key-hex", start, end]] : judgeHash(lower, start, end, field);
}

/**
 * What may be a hash or a signature: fine as a link, fine in the field for them, else a question.
 * @param {string} lower @param {number} start @param {number} end @param {string} field @returns {Match[]}
 */
export const judgeHash = (lower, start, end, field) =>
  field === HASH_FIELD || isLinked(lower, start) ? [] : [["key-or-hash", start, end]];

/**
 * Whether right before there stands what leads to a transaction in an explorer's address.
 * @param {string} lower @param {number} start
 */
const isLinked = (lower, start) =>
  rules.links.some((/** @type {string} */ link) => lower.slice(Math.max(0, start - link.length), start) === link);
