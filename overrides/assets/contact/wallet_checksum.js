// @ts-check
// Whether the checksum of a wallet address is right.
import { base58check } from "../secrets/checksums.js";
import { isSegwit } from "./bech32.js";
import { keccak256 } from "./keccak.js";
import { networkOf } from "./wallet_address.js";

const BITCOIN_VERSIONS = [0x00, 0x05]; // pay to a public key's hash, to a script's
const TRON_VERSION = 0x41;

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
