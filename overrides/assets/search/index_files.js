// @ts-check
// The files of an index, fetched when needed: hooks/handrail/search/index_files.py says which there are. A failed one is
// fetched again the next time.

/** @typedef {[id: string, url: string, title: string, summary: string, sections: [string, string, string][],
 *   counterparts: Record<string, [string, string]>, category: string]} ArticleText what readers see of an article */
/** @typedef {(url: string, options?: RequestInit) => Promise<Response>} Fetch */

const HASH = 12; // letters of the hash that the entry file begins with

export class IndexFiles {
  /** @type {Uint8Array | undefined} all shards, in a small layout */
  shards;
  /** The folder of all other files; the entry file names it. */
  folder = "";

  /** @param {string} url of the entry file @param {Fetch} fetch */
  constructor(url, fetch) {
    this.url = url;
    this.fetch = fetch;
    /** @type {Map<string, Promise<any>>} fetched or being fetched, by address */
    this.fetched = new Map();
  }

  /** @returns {Promise<Uint8Array>} */
  async manifest() {
    const bytes = await this.load(this.url, bytesOf, { cache: "no-cache" }); // it changes with the site
    this.folder = this.url.replace(/bin$/, `${String.fromCharCode(...bytes.subarray(0, HASH))}/`);
    const start = HASH + 4;
    const end = start + new DataView(bytes.buffer).getUint32(HASH);
    if (end < bytes.length) this.shards = bytes.subarray(end);
    return bytes.subarray(start, end);
  }

  /** @param {number} number @returns {Promise<Uint8Array>} */
  shard(number) {
    return this.load(`${this.folder}${number}.bin`, bytesOf);
  }

  /** @param {number} number of a file of texts @returns {Promise<ArticleText[]>} */
  texts(number) {
    return this.load(`${this.folder}${number}.json`, (response) => response.json());
  }

  /** @template T @param {string} url @param {(response: Response) => Promise<T>} read @param {RequestInit} [options]
   * @returns {Promise<T>} */
  load(url, read, options) {
    return memoize(this.fetched, url, async () => {
      const response = await this.fetch(url, options);
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      return read(response);
    });
  }
}

/** @param {Response} response */
const bytesOf = async (response) => new Uint8Array(await response.arrayBuffer());

/** The value of a key: made once, and again after a failure. @template T @param {Map<string, Promise<T>>} values
 * @param {string} key @param {() => Promise<T>} make @returns {Promise<T>} */
export function memoize(values, key, make) {
  const value = values.get(key) ?? make();
  values.set(key, value);
  value.catch(() => values.delete(key));
  return value;
}
