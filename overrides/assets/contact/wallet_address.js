// @ts-check
// Wallet addresses: to which network one belongs, and whether its checksum is right.
import { base58check } from "../secrets/checksums.js";
import { isSegwit } from "./bech32.js";
import { keccak256 } from "./keccak.js";

/** @typedef {"bitcoin" | "ethereum" | "tron"} Network */

const BITCOIN_VERSIONS = [0x00, 0x05]; // pay to a public key's hash, to a script's
const TRON_VERSION = 0x41;
const SHAPES = /** @type {[Network, RegExp][]} */ ([
  ["ethereum", /^0x[0-9a-f]{40}$/i],
  ["bitcoin", /^(?:bc1[02-9ac-hj-np-z]{8,80}|BC1[02-9AC-HJ-NP-Z]{8,80})$/],
  ["tron", /^T[1-9A-HJ-NP-Za-km-z]{33}$/],
  ["bitcoin", /^[13][1-9A-HJ-NP-Za-km-z]{25,34}$/],
]);

/** The network that a text has the shape of an address of, or null. @param {string} text */
export const networkOf = (text) => SHAPES.find(([, shape]) => shape.test(text))?.[0] ?? null;

/** An Ethereum address may have no checksum, and is then valid. @param {string} text */
export function hasValidChecksum(text) {
  const network = networkOf(text);
  if (network === "ethereum") return hasValidCapitals(text.slice(2));
  if (network === "bitcoin" && /^bc1/i.test(text)) return isSegwit(text, "bc");
  const data = base58check(text);
  if (data.length !== 21) return false;
  return network === "tron" ? data[0] === TRON_VERSION : BITCOIN_VERSIONS.includes(data[0]);
}

/** EIP-55: the capitals among the letters are a checksum; an address in small letters or capitals alone has none.
 * @param {string} digits */
function hasValidCapitals(digits) {
  const lower = digits.toLowerCase();
  if (digits === lower || digits === digits.toUpperCase()) return true;
  const hash = keccak256(new TextEncoder().encode(lower));
  return Array.from(digits).every((digit, place) => {
    const half = place % 2 ? hash[place >> 1] & 15 : hash[place >> 1] >> 4;
    return digit === (half >= 8 ? digit.toUpperCase() : digit.toLowerCase());
  });
}

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
