// @ts-check
// Finds key files as JSON, by the names that each kind of them has.
// hooks/handrail/secrets/keystores.py does exactly the same.
import { pattern } from "./rules.js";
import { rules } from "./wordlist_data.js";

/**
 * From the brace before the first of the names to the brace after the last.
 * @param {string} lower @returns {import("./word_runs.js").Match[]}
 */
export function findKeystores(lower) {
  /** @type {import("./word_runs.js").Match[]} */
  const found = [];
  const matches = [...lower.matchAll(pattern("keystore"))];
  const names = new Set(matches.map((match) => match[1]));
  for (const keystore of /** @type {string[][]} */ (rules.keystores)) {
    if (!keystore.every((name) => names.has(name))) continue;
    const own = matches.filter((match) => keystore.includes(match[1]));
    const first = startOf(own[0]);
    const last = startOf(own[own.length - 1]) + own[own.length - 1][1].length;
    const opening = lower.lastIndexOf("{", first);
    const closing = lower.indexOf("}", last) < 0 ? lower.length : lower.lastIndexOf("}") + 1;
    found.push(["key-store", opening < 0 ? first : opening, closing]);
  }
  return found;
}

/** Where the name starts, which is preceded by one character at most. @param {RegExpMatchArray} match */
const startOf = (match) => /** @type {number} */ (match.index) + match[0].indexOf(match[1]);
