// @ts-check
// The index of one language, fetched piece by piece: all at once where the site is small.
import { Manifest } from "./manifest.js";
import { Readings } from "./reading.js";
import { key, readSounds, readWords } from "./shard.js";

/** @typedef {import("./shard.js").Postings} Postings */
/** @typedef {[id: string, url: string, title: string, summary: string, sections: [string, string, string][],
 *   twins: Record<string, [string, string]>]} Text what readers see of an article */
/** @typedef {(url: string) => Promise<Response>} Fetch */

export class Index {
  /** @param {string} url of the file to begin with @param {Fetch} fetch @returns {Promise<Index>} */
  static async open(url, fetch) {
    const small = !url.endsWith("/index.bin");
    const texts = small ? texts_(url.replace(/bin$/, "json"), fetch) : undefined;
    texts?.catch(() => {}); // whoever needs them hears of it
    const bytes = new Uint8Array(await (await found(url, fetch)).arrayBuffer());
    if (!small) return new Index(new Manifest(bytes), url, fetch);
    const size = new DataView(bytes.buffer).getUint32(0);
    const index = new Index(new Manifest(bytes.subarray(4, 4 + size)), url, fetch);
    index.whole = bytes.subarray(4 + size);
    index.texts.set(0, /** @type {Promise<Text[]>} */ (texts));
    return index;
  }

  /** @param {Manifest} manifest @param {string} url @param {Fetch} fetch */
  constructor(manifest, url, fetch) {
    this.manifest = manifest;
    this.articles = manifest.articles;
    this.fetch = fetch;
    this.folder = url.slice(0, url.lastIndexOf("/") + 1);
    /** @type {Uint8Array | undefined} the bytes of all shards, in a small layout */
    this.whole = undefined;
    /** @type {number[]} where each shard begins in it */
    this.starts = [0];
    for (const { bytes } of [...manifest.soundShards, ...manifest.wordShards]) {
      this.starts.push(this.starts[this.starts.length - 1] + bytes);
    }
    /** @type {Map<number, Map<string | number, Postings>>} */
    this.loaded = new Map();
    /** @type {Map<number, Promise<void>>} */
    this.loading = new Map();
    /** @type {import("./analyzer.js").Token[][][] | undefined} the glossary, cut into terms */
    this.groups = undefined;
    this.readings = new Readings(manifest.alphabet);
    /** @type {Map<number, Promise<Text[]>>} by file */
    this.texts = new Map();
  }

  /** How the index calls a term: a number where its characters sound, else itself. @param {string} term */
  name(term) {
    const { places } = this.manifest.sounds;
    const [first, second, third] = term;
    const one = places.get(first);
    if (one === undefined || third !== undefined) return term;
    if (second === undefined) return key(one);
    const two = places.get(second);
    return two === undefined ? term : key(one, two);
  }

  /** The term that a name stands for. @param {string | number} name @returns {string} */
  term(name) {
    if (typeof name === "string") return name;
    const { characters } = this.manifest.sounds;
    const second = name % 0x10000;
    return characters[Math.floor(name / 0x10000)] + (second ? characters[second - 1] : "");
  }

  /** The number of the shard that a name is in, if it is anywhere. @param {string | number} name */
  shard(name) {
    const { soundShards, wordShards } = this.manifest;
    if (typeof name === "string") {
      return soundShards.length + last(wordShards, ({ first }) => first <= name);
    }
    return last(soundShards, ({ first, second }) => first * 0x10000 + second <= name);
  }

  /** Loads the shards of these names. @param {Iterable<string | number>} names */
  loadNames(names) {
    return this.load(Array.from(names, (name) => this.shard(name)));
  }

  /** How common a character is among those that sound, as far as the sizes of shards tell: its part of all bytes.
   * @param {number} place */
  common(place) {
    const { soundShards, sounds } = this.manifest;
    const first = this.shard(key(place));
    const last = this.shard(key(place + 1) - 1);
    const bytes = this.starts[last + 1] - this.starts[first];
    const next = soundShards[last + 1]?.first ?? sounds.characters.length;
    return bytes / Math.max(1, next - soundShards[first].first) / this.starts[this.starts.length - 1];
  }

  /** Loads the words that a word may be meant for. @param {string} word */
  loadWords(word) {
    const { soundShards, wordShards } = this.manifest;
    const near = this.shard(word);
    const shards = wordShards.map((_, number) => soundShards.length + number);
    return this.load(this.whole ? shards : shards.filter((shard) => Math.abs(shard - near) < 3));
  }

  /** Every word that is loaded. @returns {Generator<[string, Postings]>} */
  *words() {
    for (const [shard, terms] of this.loaded) {
      if (shard >= this.manifest.soundShards.length) {
        yield* /** @type {IterableIterator<[string, Postings]>} */ (terms.entries());
      }
    }
  }

  /** @param {Iterable<number>} shards @returns {Promise<unknown>} */
  load(shards) {
    const missing = [...new Set(shards)].filter((shard) => shard >= 0 && !this.loaded.has(shard));
    if (!missing.length) return Promise.resolve();
    return Promise.all(missing.map((shard) => this.load1(shard)));
  }

  /** @param {number} shard */
  load1(shard) {
    if (shard >= this.starts.length - 1) return Promise.resolve();
    if (this.whole) {
      this.keep(shard, this.whole.subarray(this.starts[shard], this.starts[shard + 1]));
      return Promise.resolve();
    }
    let loading = this.loading.get(shard);
    if (!loading) {
      loading = found(`${this.folder}${shard}.bin`, this.fetch)
        .then((response) => response.arrayBuffer())
        .then((bytes) => this.keep(shard, new Uint8Array(bytes)))
        .finally(() => this.loading.delete(shard));
      this.loading.set(shard, loading);
    }
    return loading;
  }

  /** @param {number} shard @param {Uint8Array} bytes */
  keep(shard, bytes) {
    const { soundShards, sounds } = this.manifest;
    const read =
      shard < soundShards.length
        ? readSounds(bytes, soundShards[shard].first, sounds.characters.length, this.articles)
        : readWords(bytes, this.articles);
    this.loaded.set(shard, /** @type {Map<string | number, Postings>} */ (read));
  }

  /** Where a term stands, as far as its shard is loaded. @param {string | number} name @returns {Postings | undefined} */
  get(name) {
    return this.loaded.get(this.shard(name))?.get(name);
  }

  /** What readers see of an article. @param {number} article @returns {Promise<Text>} */
  async text(article) {
    const file = this.manifest.textFile[article];
    let texts = this.texts.get(file);
    if (!texts) {
      texts = texts_(`${this.folder}${file}.json`, this.fetch);
      this.texts.set(file, texts);
      texts.catch(() => this.texts.delete(file));
    }
    return (await texts)[this.manifest.textPlace[article]];
  }

  /** @param {number} article */
  async reading(article) {
    return this.readings.of(article, await this.text(article));
  }
}

/** @param {string} url @param {Fetch} fetch @returns {Promise<Text[]>} */
const texts_ = (url, fetch) => found(url, fetch).then((response) => response.json());

/** @param {string} url @param {Fetch} fetch */
async function found(url, fetch) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
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
