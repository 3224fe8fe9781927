// @ts-check
// The index of one language: where terms stand, as far as the shards that hold them are loaded.
import { Files } from "./index_files.js";
import { Manifest } from "./manifest.js";
import { Readings } from "./term_positions.js";
import { key, readSounds, readWords, termOf } from "./shards.js";

/** @typedef {import("./index_files.js").Fetch} Fetch */
/** @typedef {import("./postings.js").Postings} Postings */
/** @typedef {string | number} Name what the index calls a term: a number where its characters sound */

export class Index {
  /** @type {import("./analyzer.js").Token[][][] | undefined} the glossary, cut into terms */
  groups;

  /** @param {string} url of the file to begin with @param {Fetch} fetch @returns {Promise<Index>} */
  static async open(url, fetch) {
    const files = new Files(url, fetch);
    return new Index(new Manifest(await files.manifest()), files);
  }

  /** @param {Manifest} manifest @param {Files} files */
  constructor(manifest, files) {
    this.manifest = manifest;
    this.files = files;
    this.articles = manifest.articles;
    /** Whether every shard is here, so that to look it up is no request. */
    this.whole = files.small;
    /** @type {number[]} where each shard begins among all their bytes */
    this.starts = [0];
    let end = 0;
    for (const { bytes } of [...manifest.soundShards, ...manifest.wordShards]) this.starts.push((end += bytes));
    /** @type {Map<number, Map<Name, Postings>>} */
    this.loaded = new Map();
    this.readings = new Readings(manifest.alphabet);
  }

  /** How the index calls a term: a number where its characters sound, else itself. @param {string} term */
  name(term) {
    const { sounds } = this.manifest;
    const [first, second, third] = term;
    const one = sounds.places.get(first);
    if (one === undefined || third !== undefined) return term;
    if (second === undefined) return key(sounds, one);
    const two = sounds.places.get(second);
    return two === undefined ? term : key(sounds, one, two);
  }

  /** The term that a name stands for. @param {Name} name @returns {string} */
  term(name) {
    return typeof name === "string" ? name : termOf(this.manifest.sounds, name);
  }

  /** The number of the shard that a name is in, if it is anywhere. @param {Name} name */
  shard(name) {
    const { soundShards, wordShards } = this.manifest;
    if (typeof name === "string") {
      return soundShards.length + last(wordShards, ({ first }) => first <= name);
    }
    return last(soundShards, ({ first }) => first <= name);
  }

  /** Loads the shards of these names. @param {Iterable<Name>} names */
  loadNames(names) {
    return this.load(Array.from(names, (name) => this.shard(name)));
  }

  /** Loads the words that a word may be meant for. @param {string} word */
  loadWords(word) {
    const { soundShards, wordShards } = this.manifest;
    const near = this.shard(word);
    const shards = wordShards.map((_, number) => soundShards.length + number);
    return this.load(this.whole ? shards : shards.filter((shard) => Math.abs(shard - near) < 2));
  }

  /** Every word that is loaded. @returns {Generator<[string, Postings]>} */
  *words() {
    for (const [shard, terms] of this.loaded) {
      if (shard >= this.manifest.soundShards.length) {
        yield* /** @type {IterableIterator<[string, Postings]>} */ (terms.entries());
      }
    }
  }

  /** @param {Iterable<number>} shards */
  async load(shards) {
    const { files, loaded, starts } = this;
    const missing = [...new Set(shards)].filter((shard) => starts[shard + 1] && !loaded.has(shard));
    if (files.shards) for (const shard of missing) this.keep(shard, files.shards.subarray(starts[shard], starts[shard + 1]));
    else await Promise.all(missing.map(async (shard) => this.keep(shard, await files.shard(shard))));
  }

  /** @param {number} shard @param {Uint8Array} bytes */
  keep(shard, bytes) {
    const { soundShards, sounds } = this.manifest;
    const read =
      shard < soundShards.length
        ? readSounds(bytes, soundShards[shard].place, sounds, this.articles)
        : readWords(bytes, this.articles);
    this.loaded.set(shard, /** @type {Map<Name, Postings>} */ (read));
  }

  /** Where a term stands, as far as its shard is loaded. @param {Name} name @returns {Postings | undefined} */
  get(name) {
    return this.loaded.get(this.shard(name))?.get(name);
  }

  /** What readers see of an article. @param {number} article @returns {Promise<import("./index_files.js").Text>} */
  async text(article) {
    const [file, place] = this.manifest.texts[article];
    return (await this.files.texts(file))[place];
  }

  /** @param {number} article */
  async reading(article) {
    return this.readings.of(article, await this.text(article));
  }
}

/** The last place where it holds; it holds up to some place only. @template T @param {T[]} items
 * @param {(item: T) => boolean} holds */
function last(items, holds) {
  let low = -1;
  let high = items.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(items[middle])) low = middle;
    else high = middle;
  }
  return low;
}
