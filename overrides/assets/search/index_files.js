// @ts-check
// The files of an index, fetched when needed: hooks/handrail/search/index_files.py says which there are. A failed one is
// fetched again the next time.

/** @typedef {[id: string, url: string, title: string, summary: string, sections: [string, string, string][],
 *   counterparts: Record<string, [string, string]>, category: string]} ArticleText what readers see of an article */
/** @typedef {(url: string) => Promise<Response>} Fetch */

export class IndexFiles {
  /** @type {Uint8Array | undefined} all shards, in a small layout */
  shards;

  /** @param {string} url of the entry file @param {Fetch} fetch */
  constructor(url, fetch) {
    this.url = url;
    this.fetch = fetch;
    /** Whether the entry file holds every shard. */
    this.isWhole = !url.endsWith("/index.bin");
    /** Whether all texts are in one file. */
    this.hasOneText = this.isWhole && !url.endsWith("/whole.bin");
    this.folder = url.slice(0, url.lastIndexOf("/") + 1);
    /** @type {Map<string, Promise<any>>} fetched or being fetched, by address */
    this.fetched = new Map();
  }

  /** @returns {Promise<Uint8Array>} where there is one file of texts, it is fetched at the same time */
  async manifest() {
    if (this.hasOneText) this.texts(0).catch(() => {}); // whoever needs them is told
    const bytes = await this.load(this.url, bytesOf);
    if (!this.isWhole) return bytes;
    const size = new DataView(bytes.buffer).getUint32(0);
    this.shards = bytes.subarray(4 + size);
    return bytes.subarray(4, 4 + size);
  }

  /** @param {number} number @returns {Promise<Uint8Array>} */
  shard(number) {
    return this.load(`${this.folder}${number}.bin`, bytesOf);
  }

  /** @param {number} number of a file of texts @returns {Promise<ArticleText[]>} */
  texts(number) {
    const url = this.hasOneText ? this.url.replace(/bin$/, "json") : `${this.folder}${number}.json`;
    return this.load(url, (response) => response.json());
  }

  /** @template T @param {string} url @param {(response: Response) => Promise<T>} read @returns {Promise<T>} */
  load(url, read) {
    return memoize(this.fetched, url, async () => {
      const response = await this.fetch(url);
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
