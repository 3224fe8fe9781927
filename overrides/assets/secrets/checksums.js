// @ts-check
// The checksums that tell a secret from a look-alike: Base58Check, BIP-39, Luhn, and mod 11-2.
// hooks/handrail/secrets/checksums.py does exactly the same. SHA-256 stands here because the browser's own is
// asynchronous, and missing on pages without TLS.

const BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
export const RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

/**
 * The first 32 bits of the fractional part of the `root`th roots of the first primes.
 * @param {number} count @param {number} root
 */
function fractions(count, root) {
  const found = [];
  for (let number = 2; found.length < count; number++) {
    let divisor = 2;
    while (number % divisor) divisor++;
    if (divisor === number) found.push(((number ** (1 / root) % 1) * 2 ** 32) | 0);
  }
  return found;
}

const START = fractions(8, 2);
const ROUNDS = fractions(64, 3);

const words = new Int32Array(64);

/** FIPS 180-4. @param {ArrayLike<number>} data @returns {Uint8Array} */
export function sha256(data) {
  const bytes = new Uint8Array(((data.length + 72) >> 6) << 6);
  bytes.set(data);
  bytes[data.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 4, data.length * 8);
  const state = Int32Array.from(START);
  for (let block = 0; block < bytes.length; block += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(block + i * 4);
    mix(state);
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => digest.setInt32(i * 4, word));
  return new Uint8Array(digest.buffer);
}

/** Mixes one block, the first 16 of the words, into the state. @param {Int32Array} state */
function mix(state) {
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    if (i > 15) {
      const x = words[i - 15];
      const y = words[i - 2];
      const low = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
      words[i] = words[i - 16] + low + words[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
    }
    const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i] + words[i];
    const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] += word));
}

/** @param {number} word @param {number} by */
function turn(word, by) {
  return (word >>> by) | (word << (32 - by));
}

/** The bytes of a Base58 text, all of whose characters are in the alphabet. @param {string} text */
export function base58(text, alphabet = BITCOIN) {
  const bytes = new Uint8Array(text.length); // the lowest first
  let length = 0;
  for (let place = 0; place < text.length; place++) {
    let carry = alphabet.indexOf(text[place]);
    for (let i = 0; i < length || carry; i++) {
      carry += bytes[i] * 58;
      bytes[i] = carry & 255;
      carry >>= 8;
      if (i === length) length++;
    }
  }
  for (let i = 0; text[i] === alphabet[0]; i++) length++;
  return bytes.slice(0, length).reverse();
}

/**
 * The payload of a Base58Check text, version bytes included; empty where the checksum is wrong.
 * @param {string} text
 */
export function base58check(text, alphabet = BITCOIN) {
  const data = base58(text, alphabet);
  const payload = data.subarray(0, Math.max(0, data.length - 4));
  const check = sha256(sha256(payload));
  return data.subarray(payload.length).every((byte, i) => byte === check[i]) ? payload : payload.subarray(0, 0);
}

/**
 * Whether groups of six digits each end in a check digit, as secret numbers of Ripple do (XLS-12).
 * @param {string[]} groups
 */
export const hasSecretNumbers = (groups) =>
  groups.every((group, place) => (Number(group.slice(0, 5)) * (place * 2 + 1)) % 9 === Number(group[5]));

/**
 * Whether the places of words in a list end in the checksum of a recovery phrase (BIP-39).
 * @param {number[]} indexes
 */
export function bip39(indexes) {
  const entropy = new Uint8Array((indexes.length / 3) * 4);
  let at = 0;
  let rest = 0;
  let width = 0;
  for (const index of indexes) {
    rest = (rest << 11) | index;
    for (width += 11; width >= 8 && at < entropy.length; at++) {
      width -= 8;
      entropy[at] = rest >> width;
    }
    rest &= (1 << width) - 1;
  }
  return sha256(entropy)[0] >> (8 - width) === rest;
}

/** The check digit of card numbers (ISO/IEC 7812). @param {string} digits */
export function luhn(digits) {
  let total = 0;
  for (let i = 0; i < digits.length; i++) {
    const value = Number(digits[digits.length - 1 - i]) * (1 + (i % 2));
    total += value > 9 ? value - 9 : value;
  }
  return total % 10 === 0;
}

/**
 * The letter of Spanish identity numbers, those of foreigners with x, y or z for the first digit too.
 * @param {string} text
 */
export function mod23(text) {
  const digits = text.replaceAll("-", "").slice(0, -1).replace(/^[xyz]/, (letter) => String("xyz".indexOf(letter)));
  return "trwagmyfpdxbnjzsqvhlcke"[Number(digits) % 23] === text[text.length - 1];
}

/** The check character of Chinese identity numbers (ISO/IEC 7064); a small x stands for ten. @param {string} text */
export function mod11_2(text) {
  let remainder = 0;
  for (const character of text) remainder = (remainder * 2 + (character === "x" ? 10 : Number(character))) % 11;
  return remainder === 1;
}
