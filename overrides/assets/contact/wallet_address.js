// @ts-check
// Wallet addresses: to which network one belongs by its shape, and where in a text they are.

/** @typedef {"bitcoin" | "ethereum" | "tron"} Network */

const SHAPES = /** @type {[Network, RegExp][]} */ ([
  ["ethereum", /^0x[0-9a-f]{40}$/i],
  ["bitcoin", /^(?:bc1[02-9ac-hj-np-z]{8,80}|BC1[02-9AC-HJ-NP-Z]{8,80})$/],
  ["tron", /^T[1-9A-HJ-NP-Za-km-z]{33}$/],
  ["bitcoin", /^[13][1-9A-HJ-NP-Za-km-z]{25,34}$/],
]);

/** The network that a text has the shape of an address of, or null. @param {string} text */
export const networkOf = (text) => SHAPES.find(([, shape]) => shape.test(text))?.[0] ?? null;

/**
 * Long letters and digits in one piece, which addresses, hashes and signatures of all networks are; those of TON, which
 * also have hyphens; and account numbers of Hedera.
 */
const TRACE = /[0-9A-Za-z]{26,}|(?:EQ|UQ|kQ|0Q)[\w-]{46}|0\.0\.[0-9]{3,10}/g;

/** Where in a text addresses and transaction hashes are, which lead strangers to a wallet. @param {string} text */
export function findTraces(text) {
  const traces = /** @type {[start: number, end: number][]} */ ([]);
  for (const match of text.matchAll(TRACE)) {
    const isWord = !/[0-9]|^[a-f]{40,}$/i.test(match[0]) && !networkOf(match[0]);
    if (!isWord) traces.push([match.index, match.index + match[0].length]);
  }
  return traces;
}
