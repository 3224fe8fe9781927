// @ts-check
// The characters that have a sound, in the order of their sounds: pinyin typed outright, and characters that sound alike.

/** @typedef {import("../shared/bitstream.js").Bits} Bits */
const FIRST = 0x3400;
const END = 0xa000;

/** @typedef {[first: number, end: number]} Span neighbouring places in the list */

export class Sounds {
  /** @param {Bits} bits */
  constructor(bits) {
    /** @type {string[]} */
    this.characters = [];
    /** @type {Map<string, number>} */
    this.places = new Map();
    /** @type {string[]} ascending, the empty one first */
    this.readings = [];
    /** @type {Set<string>} those that are not empty */
    this.known = new Set();
    /** @type {Span[]} of each reading */
    this.spans = [];
    /** @type {number[]} the number of the reading of each character */
    this.sound = [];
    /** @type {Map<number, number[]>} by reading: characters elsewhere in the list that are sometimes read so */
    this.others = new Map();
    let before = "";
    for (let count = bits.gamma(); count > 0; count--) this.readings.push((before = bits.word(before)));
    for (const reading of this.readings) if (reading) this.known.add(reading);
    const points = bits.ascending(bits.gamma(), END - FIRST);
    const read = points.map((point) => ({
      character: String.fromCodePoint(FIRST + point),
      sound: bits.below(this.readings.length),
      level: bits.rice(1),
    }));
    read.sort((one, other) => one.sound - other.sound);
    read.forEach(({ character, sound }, place) => {
      this.places.set(character, place);
      this.characters.push(character);
      this.sound.push(sound);
      while (this.spans.length <= sound) this.spans.push([place, place]);
      this.spans[sound][1] = place + 1;
    });
    while (this.spans.length < this.readings.length) this.spans.push([read.length, read.length]);
    /** @type {number[]} how common each character is: the bits that the number of its articles takes */
    this.levels = read.map(({ level }) => level);
    /** @type {number[]} the places of the characters, the most common ones first */
    this.ranked = read.map((_, place) => place).sort((one, other) => this.levels[other] - this.levels[one]);
    /** @type {number[]} where each place stands among those */
    this.ranks = [];
    this.ranked.forEach((place, rank) => (this.ranks[place] = rank));
    for (let count = bits.gamma(); count > 0; count--) {
      const place = bits.gamma();
      const reading = bits.gamma();
      this.others.set(reading, [...(this.others.get(reading) ?? []), place]);
    }
  }

  /** The characters that sound like the one at a place, itself among them. @param {number} place @returns {Span} */
  alike(place) {
    const number = this.sound[place];
    return this.readings[number] ? this.spans[number] : [place, place + 1];
  }

  /** The places of all characters read so, or read with such a beginning. @param {string} reading @param {boolean} open */
  spoken(reading, open = false) {
    /** @type {number[]} */
    const places = [];
    this.readings.forEach((name, number) => {
      if (name !== reading && !(open && name.startsWith(reading))) return;
      const [first, end] = this.spans[number];
      for (let place = first; place < end; place++) places.push(place);
      places.push(...(this.others.get(number) ?? []));
    });
    return places;
  }

  /** Cuts letters into readings; the last one may be only begun. Longer readings first; none where it cannot be done.
   * @param {string} letters @returns {string[] | undefined} */
  cut(letters) {
    /** @type {Map<number, string[] | undefined>} */
    const cuts = new Map([[letters.length, []]]);
    for (let start = letters.length - 1; start >= 0; start--) {
      for (let length = Math.min(6, letters.length - start); length > 0; length--) {
        const part = letters.slice(start, start + length);
        const rest = cuts.get(start + length);
        if (!rest || !this.known.has(part)) continue;
        const found = cuts.get(start);
        if (!found || rest.length + 1 < found.length) cuts.set(start, [part, ...rest]);
      }
    }
    return cuts.get(0);
  }
}
