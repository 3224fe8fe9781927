// @ts-check
// What each character counts as, and what it is folded to: the table that hooks/handrail/search/character_table.py made.
// It travels inside the index, so that browser and build cut text alike whatever Unicode version either knows.

/** @typedef {import("../shared/bitstream.js").Bits} Bits */

export const SEPARATOR = 0; // 1 are letters, 2 are digits
export const DENSE = 3;
export const NOTHING = 4;

export class Alphabet {
  /** @param {Bits} bits */
  constructor(bits) {
    /** @type {Uint8Array} the class of each code point */
    this.classes = new Uint8Array(0x110000);
    /** @type {Map<number, number[]>} what code points are folded to */
    this.folds = new Map();
    let point = 0;
    let kind = SEPARATOR;
    for (let count = bits.gamma(); count > 0; count--) {
      const next = point + bits.gamma();
      this.classes.fill(kind, point, next);
      kind = bits.number(3);
      point = next;
    }
    this.classes.fill(kind, point);
  }

  /** @param {Bits} bits @param {string[]} characters those that sound, in their order */
  readFolds(bits, characters) {
    for (const point of bits.ascending(bits.gamma(), this.classes.length)) {
      this.folds.set(point, points(characters[bits.below(characters.length)]));
    }
    let point = 0;
    for (let runs = bits.gamma(); runs > 0; runs--) {
      point += bits.gamma();
      const count = bits.gamma() + 1;
      const step = bits.number(1);
      const text = points(bits.word(""));
      for (let place = 0; place < count; place++, point++) {
        this.folds.set(point, step ? [text[0] + place] : text);
      }
    }
  }
}

/** The code points of a text. @param {string} text */
const points = (text) => Array.from(text, (character) => /** @type {number} */ (character.codePointAt(0)));
