// @ts-check
// The files of an index: two for a small site, many for a large one, fetched when they are needed. What failed is
// fetched again the next time.

/** @typedef {[id: string, url: string, title: string, summary: string, sections: [string, string, string][],
 *   twins: Record<string, [string, string]>]} Text what readers see of an article */
/** @typedef {(url: string) => Promise<Response>} Fetch */

export class Files {
  /** @type {Uint8Array | undefined} all shards, in a small layout */
  shards;

  /** @param {string} url of the file to begin with @param {Fetch} fetch */
  constructor(url, fetch) {
    this.url = url;
    this.fetch = fetch;
    /** Whether all shards are in one file; of many, this one is the entrance. */
    this.small = !url.endsWith("/index.bin");
    this.folder = url.slice(0, url.lastIndexOf("/") + 1);
    /** @type {Map<string, Promise<any>>} what is on its way or here, by address */
    this.known = new Map();
  }

  /** @returns {Promise<Uint8Array>} the manifest; the texts of a small site are on their way then */
  async manifest() {
    if (this.small) this.texts(0).catch(() => {}); // whoever needs them hears of it
    const bytes = await this.once(this.url, bytesOf);
    if (!this.small) return bytes;
    const size = new DataView(bytes.buffer).getUint32(0);
    this.shards = bytes.subarray(4 + size);
    return bytes.subarray(4, 4 + size);
  }

  /** @param {number} number @returns {Promise<Uint8Array>} */
  shard(number) {
    return this.once(`${this.folder}${number}.bin`, bytesOf);
  }

  /** @param {number} number of a file of texts @returns {Promise<Text[]>} */
  texts(number) {
    const url = this.small ? this.url.replace(/bin$/, "json") : `${this.folder}${number}.json`;
    return this.once(url, async (response) => (await response).json());
  }

  /** @template T @param {string} url @param {(response: Promise<Response>) => Promise<T>} read @returns {Promise<T>} */
  once(url, read) {
    return once(this.known, url, () => read(this.ask(url)));
  }

  /** @param {string} url */
  async ask(url) {
    const response = await this.fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response;
  }
}

/** @param {Promise<Response>} response */
const bytesOf = async (response) => new Uint8Array(await (await response).arrayBuffer());

/** What is made once for each key, and again after a failure. @template T @param {Map<string, Promise<T>>} known
 * @param {string} key @param {() => Promise<T>} make @returns {Promise<T>} */
export function once(known, key, make) {
  const made = known.get(key) ?? make();
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}
