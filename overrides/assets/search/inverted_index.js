// @ts-check
// The index of one language: the postings of each term, as far as the shards that hold them are loaded.
import { IndexFiles } from "./index_files.js";
import { Manifest } from "./manifest.js";
import { readCharacterShard, readWordShard, shardKey, termOfKey } from "./shards.js";
import { TermPositionsCache } from "./term_positions.js";

/** @typedef {import("./index_files.js").Fetch} Fetch */
/** @typedef {import("./postings.js").Postings} Postings */
/** @typedef {string | number} Key of a term: a number where its characters have a pronunciation, else the term itself */

const MAX_COMPLETE = 250_000; // bytes that a question with an unknown word may load; index_files.py has the same

export class InvertedIndex {
  /** @type {import("./analyzer.js").Token[][][] | undefined} the glossary as tokens */
  glossaryTokens;
  /** @type {Set<string> | undefined} the terms of stop words */
  stopTerms;

  /** @param {string} url of the entry file @param {Fetch} fetch @returns {Promise<InvertedIndex>} */
  static async open(url, fetch) {
    const files = new IndexFiles(url, fetch);
    const index = new InvertedIndex(new Manifest(await files.manifest()), files);
    if (index.hasOneText) files.texts(0).catch(() => {}); // whoever needs them is told
    return index;
  }

  /** @param {Manifest} manifest @param {IndexFiles} files */
  constructor(manifest, files) {
    this.manifest = manifest;
    this.files = files;
    this.articles = manifest.articles;
    /** Whether every shard is here, so that no look-up is a request. */
    this.isComplete = Boolean(files.shards);
    /** Whether nothing but one file of texts is left to fetch. */
    this.hasOneText = this.isComplete && manifest.textFiles.every(([file]) => file === 0);
    /** @type {number[]} where each shard begins among all their bytes */
    this.offsets = [0];
    let end = 0;
    for (const { bytes } of [...manifest.characterShards, ...manifest.wordShards]) this.offsets.push((end += bytes));
    /** @type {Map<number, Map<Key, Postings>>} by the number of the shard */
    this.loaded = new Map();
    this.positionsCache = new TermPositionsCache(manifest.characterTable);
  }

  /** @param {string} term @returns {Key} */
  key(term) {
    const { pronunciation } = this.manifest;
    const [first, second, third] = term;
    const one = pronunciation.positions.get(first);
    if (one === undefined || third !== undefined) return term;
    if (second === undefined) return shardKey(pronunciation, one);
    const two = pronunciation.positions.get(second);
    return two === undefined ? term : shardKey(pronunciation, one, two);
  }

  /** @param {Key} key @returns {string} */
  term(key) {
    return typeof key === "string" ? key : termOfKey(this.manifest.pronunciation, key);
  }

  /** The number of the shard that would hold a key. @param {Key} key */
  shard(key) {
    const { characterShards, wordShards } = this.manifest;
    if (typeof key === "string") {
      return characterShards.length + lastWhere(wordShards, ({ first }) => first <= key);
    }
    return lastWhere(characterShards, ({ first }) => first <= key);
  }

  /** Loads every shard, of an index that is not too large for that. */
  async complete() {
    const shards = this.offsets.length - 1;
    if (this.isComplete || this.offsets[shards] > MAX_COMPLETE) return;
    await this.load(Array(shards).keys());
    this.isComplete = true;
  }

  /** Loads the shards of these keys. @param {Iterable<Key>} keys */
  loadKeys(keys) {
    return this.load(Array.from(keys, (key) => this.shard(key)));
  }

  /** Loads the words that a misspelled word may stand for. @param {string} word */
  loadNeighbours(word) {
    const { characterShards, wordShards } = this.manifest;
    const own = this.shard(word);
    const shards = wordShards.map((_, number) => characterShards.length + number);
    return this.load(this.isComplete ? shards : shards.filter((shard) => Math.abs(shard - own) < 2));
  }

  /** Every loaded word. @returns {Generator<[string, Postings]>} */
  *words() {
    for (const [shard, terms] of this.loaded) {
      if (shard >= this.manifest.characterShards.length) {
        yield* /** @type {IterableIterator<[string, Postings]>} */ (terms.entries());
      }
    }
  }

  /** @param {Iterable<number>} shards */
  async load(shards) {
    const { files, loaded, offsets } = this;
    const missing = [...new Set(shards)].filter((shard) => offsets[shard + 1] && !loaded.has(shard));
    if (files.shards) {
      for (const shard of missing) this.add(shard, files.shards.subarray(offsets[shard], offsets[shard + 1]));
    } else await Promise.all(missing.map(async (shard) => this.add(shard, await files.shard(shard))));
  }

  /** @param {number} shard @param {Uint8Array} bytes */
  add(shard, bytes) {
    const { characterShards, pronunciation } = this.manifest;
    const terms =
      shard < characterShards.length
        ? readCharacterShard(bytes, characterShards[shard].position, pronunciation, this.articles)
        : readWordShard(bytes, this.articles);
    this.loaded.set(shard, /** @type {Map<Key, Postings>} */ (terms));
  }

  /** The postings of a term, as far as its shard is loaded. @param {Key} key @returns {Postings | undefined} */
  get(key) {
    return this.loaded.get(this.shard(key))?.get(key);
  }

  /** What these keys match as they are. @param {Key[]} keys @returns {import("./ranking.js").QueryTerm["matches"]} */
  matches(keys) {
    return keys.flatMap((key) => {
      const postings = this.get(key);
      return postings ? [{ key, postings, factor: 1 }] : [];
    });
  }

  /** @param {number} article @returns {Promise<import("./index_files.js").ArticleText>} */
  async text(article) {
    const [file, position] = this.manifest.textFiles[article];
    return (await this.files.texts(file))[position];
  }

  /** @param {number} article */
  async termPositions(article) {
    return this.positionsCache.of(article, await this.text(article));
  }
}

/** The last position where a condition holds that holds up to some position only. @template T @param {T[]} items
 * @param {(item: T) => boolean} holds */
function lastWhere(items, holds) {
  let low = -1;
  let high = items.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(items[middle])) low = middle;
    else high = middle;
  }
  return low;
}
