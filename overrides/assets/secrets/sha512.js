// @ts-check
// SHA-512 of a short text (FIPS 180-4). The browser's own is asynchronous, and missing on pages without TLS.

const MASK = (1n << 64n) - 1n;

/** @type {bigint[]} */
const constants = [];

/**
 * The first 64 bits of the fractional parts of the roots of the first primes.
 * @param {number} count @param {bigint} root
 */
function fractionBits(count, root) {
  const found = [];
  for (let number = 2; found.length < count; number++) {
    let divisor = 2;
    while (number % divisor) divisor++;
    if (divisor < number) continue;
    const power = BigInt(number) << (64n * root);
    let low = 0n;
    for (let bit = 1n << 69n; bit; bit >>= 1n) if ((low | bit) ** root <= power) low |= bit;
    found.push(low & MASK);
  }
  return found;
}

/** @param {bigint} word @param {bigint} by */
const turned = (word, by) => ((word >> by) | (word << (64n - by))) & MASK;

/** @param {Uint8Array} data of less than 112 bytes @returns {Uint8Array} */
export function sha512(data) {
  if (!constants.length) constants.push(...fractionBits(80, 3n), ...fractionBits(8, 2n));
  const block = new Uint8Array(128);
  block.set(data);
  block[data.length] = 0x80;
  const view = new DataView(block.buffer);
  view.setUint32(124, data.length * 8);
  const words = Array.from({ length: 16 }, (_, i) => view.getBigUint64(i * 8));
  for (let i = 16; i < 80; i++) {
    const [x, y] = [words[i - 15], words[i - 2]];
    const small = turned(x, 1n) ^ turned(x, 8n) ^ (x >> 7n);
    words.push((words[i - 16] + small + words[i - 7] + (turned(y, 19n) ^ turned(y, 61n) ^ (y >> 6n))) & MASK);
  }
  const start = constants.slice(80);
  let [a, b, c, d, e, f, g, h] = start;
  for (let i = 0; i < 80; i++) {
    const choice = (e & f) ^ (~e & g);
    const first = h + (turned(e, 14n) ^ turned(e, 18n) ^ turned(e, 41n)) + choice + constants[i] + words[i];
    const second = (turned(a, 28n) ^ turned(a, 34n) ^ turned(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) & MASK, c, b, a, (first + second) & MASK];
  }
  const digest = new DataView(new ArrayBuffer(64));
  [a, b, c, d, e, f, g, h].forEach((word, i) => digest.setBigUint64(i * 8, (word + start[i]) & MASK));
  return new Uint8Array(digest.buffer);
}
