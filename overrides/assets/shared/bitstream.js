// @ts-check
// Numbers as few bits: reads what hooks/handrail/assets/bitstream.py wrote.

const FREQUENT = "etaoinsrhldcumfpgwybvkxjqz0123456789-"; // the most frequent first
const utf8 = new TextDecoder();

/** A string of bits, the first one the highest of its byte. */
export class Bits {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.place = 0;
  }

  /** @param {number} width at most 24 @returns {number} a number of so many bits */
  number(width) {
    const { bytes, place } = this;
    const byte = place >>> 3;
    const window = (bytes[byte] << 24) | (bytes[byte + 1] << 16) | (bytes[byte + 2] << 8) | bytes[byte + 3];
    this.place = place + width;
    return width ? (window << (place & 7)) >>> (32 - width) : 0;
  }

  /** How many equal bits come next. @param {0 | 1} bit */
  same(bit) {
    let count = 0;
    while (this.place < this.bytes.length * 8) {
      const byte = this.place >>> 3;
      const used = this.place & 7;
      const rest = ((bit ? ~this.bytes[byte] : this.bytes[byte]) << (24 + used)) >>> 0;
      const run = Math.min(Math.clz32(rest), 8 - used);
      count += run;
      this.place += run;
      if (run < 8 - used) break;
    }
    return count;
  }

  /** A number that is most often small. */
  gamma() {
    const width = this.same(0);
    this.place += 1;
    return 2 ** width + this.number(width) - 1;
  }

  /** A number that is most often below 2 ** width. @param {number} width */
  rice(width) {
    const high = this.same(1);
    this.place += 1;
    return high * 2 ** width + this.number(width);
  }

  text() {
    const bytes = new Uint8Array(this.gamma());
    for (let place = 0; place < bytes.length; place++) bytes[place] = this.number(8);
    return utf8.decode(bytes);
  }

  /** A number below `end`. @param {number} end */
  below(end) {
    if (end < 2) return 0;
    const width = 32 - Math.clz32(end - 1);
    const short = (1 << width) - end;
    let turned = this.number(width - 1);
    if (turned >= short) turned = turned * 2 + this.number(1) - short;
    return (turned + ((end - short) >> 1)) % end;
  }

  /** A word, after another one that may begin alike. @param {string} before */
  word(before) {
    let word = Array.from(before).slice(0, this.gamma()).join("");
    for (let letters = this.gamma(); letters > 0; letters--) {
      word += FREQUENT[this.rice(3)] ?? String.fromCodePoint(this.number(21));
    }
    return word;
  }

  /** Different numbers below `end`, ascending: the middle one first, then both halves. @param {number} count
   * @param {number} end @returns {number[]} */
  ascending(count, end) {
    const numbers = new Array(count);
    this.between(numbers, 0, count, 0, end);
    return numbers;
  }

  /** @param {number[]} numbers @param {number} first @param {number} last @param {number} low @param {number} end */
  between(numbers, first, last, low, end) {
    if (first === last) return;
    const middle = (first + last) >> 1;
    const number = low + middle - first + this.below(end - low - (last - first) + 1);
    numbers[middle] = number;
    this.between(numbers, first, middle, low, number);
    this.between(numbers, middle + 1, last, number + 1, end);
  }
}
