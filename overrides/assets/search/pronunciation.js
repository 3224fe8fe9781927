// @ts-check
// The characters that have a pronunciation, sorted by it: for pinyin typed as such, and for characters that sound alike.

/** @typedef {import("../shared/bitstream.js").Bits} Bits */
const FIRST = 0x3400;
const END = 0xa000;
const MAX_SYLLABLE_LENGTH = 6;

/** @typedef {[first: number, end: number]} Span neighbouring positions in the list */

export class Pronunciation {
  /** @param {Bits} bits */
  constructor(bits) {
    /** @type {string[]} */
    this.characters = [];
    /** @type {Map<string, number>} */
    this.positions = new Map();
    /** @type {string[]} ascending, the empty one first */
    this.syllables = [];
    /** @type {Map<string, number>} of each syllable */
    this.syllableNumbers = new Map();
    /** @type {Span[]} of each syllable */
    this.spans = [];
    /** @type {number[]} the number of each character's usual syllable */
    this.syllableOf = [];
    /** @type {Map<number, number[]>} by syllable: characters that are sometimes pronounced so */
    this.alternatives = new Map();
    let previous = "";
    for (let count = bits.gamma(), number = 0; number < count; number++) {
      this.syllables.push((previous = bits.word(previous)));
      this.syllableNumbers.set(previous, number);
    }
    const codePoints = bits.ascending(bits.gamma(), END - FIRST);
    const characters = codePoints.map((codePoint) => ({
      character: String.fromCodePoint(FIRST + codePoint),
      syllable: bits.below(this.syllables.length),
      level: bits.rice(1),
    }));
    characters.sort((a, b) => a.syllable - b.syllable);
    characters.forEach(({ character, syllable }, position) => {
      this.positions.set(character, position);
      this.characters.push(character);
      this.syllableOf.push(syllable);
      while (this.spans.length <= syllable) this.spans.push([position, position]);
      this.spans[syllable][1] = position + 1;
    });
    while (this.spans.length < this.syllables.length) this.spans.push([characters.length, characters.length]);
    /** @type {number[]} how common each character is: the bits that the number of its articles takes */
    this.levels = characters.map(({ level }) => level);
    /** @type {number[]} the positions of the characters, the most common ones first */
    this.ranked = characters.map((_, position) => position).sort((a, b) => this.levels[b] - this.levels[a]);
    /** @type {number[]} the rank of each position among those */
    this.ranks = [];
    this.ranked.forEach((position, rank) => (this.ranks[position] = rank));
    for (let count = bits.gamma(); count > 0; count--) {
      const position = bits.gamma();
      const syllable = bits.gamma();
      this.alternatives.set(syllable, [...(this.alternatives.get(syllable) ?? []), position]);
    }
  }

  /** The characters that sound like the one at a position, itself among them. @param {number} position @returns {Span} */
  homophones(position) {
    const syllable = this.syllableOf[position];
    return this.syllables[syllable] ? this.spans[syllable] : [position, position + 1];
  }

  /** The positions of the characters of the index that are pronounced so. @param {string} syllable unfinished if it
   * ends in `*` */
  pronounced(syllable) {
    const known = this.syllableNumbers.get(syllable.replace("?", ""));
    const numbers = known === undefined ? this.beginningWith(syllable.slice(0, -1)) : [known];
    const positions = numbers.flatMap((number) => {
      const [first, end] = this.spans[number];
      const usual = Array.from({ length: end - first }, (_, offset) => first + offset);
      return [...usual, ...(this.alternatives.get(number) ?? [])];
    });
    return positions.filter((position) => this.levels[position]);
  }

  /** The numbers of the syllables that begin with some letters. @param {string} letters */
  beginningWith(letters) {
    return [...this.syllables.keys()].filter((number) => this.syllables[number].startsWith(letters));
  }

  /** Letters as the fewest syllables, longer ones first; undefined where they are no pinyin.
   * @param {string} letters @param {boolean} isOpen whether the last syllable is unfinished: it then ends in `*`
   * @returns {string[] | undefined} */
  split(letters, isOpen = false) {
    /** @type {Map<number, string[] | undefined>} the syllables from a position to the end */
    const splits = new Map(isOpen ? [] : [[letters.length, []]]);
    for (let length = 1; isOpen && length < Math.min(MAX_SYLLABLE_LENGTH, letters.length); length++) {
      const beginning = letters.slice(-length);
      if (this.syllableNumbers.has(beginning) || !this.beginningWith(beginning).length) continue;
      splits.set(letters.length - length, [`${beginning}*`]);
    }
    for (let start = letters.length - 1; start >= 0; start--) {
      for (let length = Math.min(MAX_SYLLABLE_LENGTH, letters.length - start); length > 0; length--) {
        const syllable = letters.slice(start, start + length);
        const rest = splits.get(start + length);
        if (!rest || !this.syllableNumbers.has(syllable)) continue;
        const best = splits.get(start);
        if (!best || rest.length + 1 < best.length) splits.set(start, [syllable, ...rest]);
      }
    }
    return splits.get(0);
  }
}
