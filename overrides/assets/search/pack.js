// @ts-check
// Numbers as few bits: reads what hooks/helpcenter/pack.py wrote.

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

  /** Different numbers below `end`, ascending. @param {number} count @param {number} end @returns {number[]} */
  ascending(count, end) {
    if (count === 1) return [this.number(32 - Math.clz32(end - 1))];
    const width = gapWidth(count, end);
    const numbers = new Array(count);
    for (let place = 0, next = 0; place < count; place++) {
      numbers[place] = next + this.rice(width);
      next = numbers[place] + 1;
    }
    return numbers;
  }
}

/** The width that suits the gaps between `count` numbers below `end`. @param {number} count @param {number} end */
export function gapWidth(count, end) {
  return count ? Math.max(0, 31 - Math.clz32(Math.floor(Math.floor((end * 7) / 10) / count))) : 0;
}
