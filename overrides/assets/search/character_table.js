// @ts-check
// The class and the folded form of each character: the table that hooks/handrail/search/character_table.py made.
// It travels inside the index, so that browser and build cut text alike whatever Unicode version either knows.

/** @typedef {import("../shared/bitstream.js").Bits} Bits */

export const SEPARATOR = 0; // 1 are letters, 2 are digits
export const UNSPACED = 3;
export const IGNORED = 4;

export class CharacterTable {
  /** @param {Bits} bits */
  constructor(bits) {
    /** @type {Uint8Array} the class of each code point */
    this.classes = new Uint8Array(0x110000);
    /** @type {Map<number, number[]>} the code points that a code point folds to */
    this.folds = new Map();
    let codePoint = 0;
    let characterClass = SEPARATOR;
    for (let count = bits.gamma(); count > 0; count--) {
      const next = codePoint + bits.gamma();
      this.classes.fill(characterClass, codePoint, next);
      characterClass = bits.number(3);
      codePoint = next;
    }
    this.classes.fill(characterClass, codePoint);
  }

  /** @param {Bits} bits @param {string[]} characters those with a pronunciation, in their order */
  readFolds(bits, characters) {
    for (const codePoint of bits.ascending(bits.gamma(), this.classes.length)) {
      this.folds.set(codePoint, codePoints(characters[bits.below(characters.length)]));
    }
    let codePoint = 0;
    for (let runs = bits.gamma(); runs > 0; runs--) {
      codePoint += bits.gamma();
      const count = bits.gamma() + 1;
      const step = bits.number(1);
      const text = codePoints(bits.word(""));
      for (let offset = 0; offset < count; offset++, codePoint++) {
        this.folds.set(codePoint, step ? [text[0] + offset] : text);
      }
    }
  }
}

/** @param {string} text */
const codePoints = (text) => Array.from(text, (character) => /** @type {number} */ (character.codePointAt(0)));
