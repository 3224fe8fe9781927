// @ts-check
// What must be known of an index before any term is looked up: reads what hooks/handrail/search/manifest.py wrote.
import { Alphabet } from "./character_table.js";
import { Bits } from "../shared/bitstream.js";
import { Sounds } from "./pronunciation.js";

/** @typedef {{ first: number, place: number, bytes: number }} SoundShard the first key in it, and its owner's place */
/** @typedef {{ first: string, bytes: number }} WordShard */

export class Manifest {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    const bits = new Bits(bytes);
    this.language = bits.text();
    this.articles = bits.gamma();
    /** How long each article is, the average being 1. */
    this.lengths = Float32Array.from({ length: this.articles }, () => 2 ** ((bits.number(4) - 8) / 2));
    this.alphabet = new Alphabet(bits);
    this.sounds = new Sounds(bits);
    this.alphabet.readFolds(bits, this.sounds.characters);
    /** @type {SoundShard[]} */
    this.soundShards = [];
    let place = 0;
    for (let count = bits.gamma(); count > 0; count--) {
      place += bits.gamma();
      this.soundShards.push({ first: place * 0x10000 + bits.gamma(), place, bytes: bits.gamma() });
    }
    /** @type {WordShard[]} */
    this.wordShards = Array.from({ length: bits.gamma() }, () => ({ first: bits.text(), bytes: bits.gamma() }));
    /** @type {[file: number, place: number][]} where the text of each article is */
    this.texts = [];
    for (let file = 0, files = bits.gamma(); file < files; file++) {
      for (let place = 0, size = bits.gamma(); place < size; place++) this.texts.push([file, place]);
    }
    /** @type {string[][]} groups of words that mean the same */
    this.glossary = JSON.parse(bits.text());
  }
}
