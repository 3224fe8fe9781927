// @ts-check
// What must be known of an index before any term is looked up: reads what hooks/handrail/search/manifest.py wrote.
import { Bits } from "../shared/bitstream.js";
import { CharacterTable } from "./character_table.js";
import { Pronunciation } from "./pronunciation.js";

/** @typedef {{ first: number, position: number, bytes: number }} CharacterShard the first key, and its owner's position */
/** @typedef {{ first: string, bytes: number }} WordShard */
/**
 * @typedef {object} Weights of ranking: hooks/handrail/search/ranking.yml says what each is
 * @property {{ k1: number, b: number, word: number, character: number }} text
 * @property {{ word: number, character: number, own_idf: number, own_idf_articles: number }} short
 * @property {number[]} field
 * @property {number[]} field_k1
 * @property {number[]} coverage
 * @property {number} proximity
 * @property {{ weak: number, text: number, guess: number, stop_word: number }} certainty
 * @property {number} synonym
 * @property {number} compound
 * @property {number} prefix
 * @property {number} error
 */

const VERSION = 4; // of the format

export class Manifest {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    const bits = new Bits(bytes);
    this.version = bits.number(8);
    if (this.version !== VERSION) throw new Error(`format ${this.version}`); // of a site renewed since the page was opened
    this.language = bits.text();
    this.articles = bits.gamma();
    /** The length of each article, the average being 1. */
    this.lengths = Float32Array.from({ length: this.articles }, () => 2 ** ((bits.number(4) - 8) / 2));
    this.characterTable = new CharacterTable(bits);
    this.pronunciation = new Pronunciation(bits);
    this.characterTable.readFolds(bits, this.pronunciation.characters);
    /** @type {CharacterShard[]} */
    this.characterShards = [];
    let position = 0;
    for (let count = bits.gamma(); count > 0; count--) {
      position += bits.gamma();
      this.characterShards.push({ first: position * 0x10000 + bits.gamma(), position, bytes: bits.gamma() });
    }
    /** @type {WordShard[]} */
    this.wordShards = Array.from({ length: bits.gamma() }, () => ({ first: bits.text(), bytes: bits.gamma() }));
    /** @type {[file: number, position: number][]} of each article's text */
    this.textFiles = [];
    for (let file = 0, files = bits.gamma(); file < files; file++) {
      for (let position = 0, size = bits.gamma(); position < size; position++) this.textFiles.push([file, position]);
    }
    /** @type {string[][]} groups of synonyms */
    this.glossary = JSON.parse(bits.text());
    /** @type {Weights} */
    this.weights = JSON.parse(bits.text());
    /** @type {[shape: string, title: string][]} what a query looks like that the article with this title is for */
    this.shapes = JSON.parse(bits.text());
    this.stopWords = bits.text();
  }
}
