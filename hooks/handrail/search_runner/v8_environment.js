// @ts-check
// What the search engine needs of a browser, where there is none: text from bytes, and files to fetch.

/** Decodes valid UTF-8 only, which is what a build writes. */
globalThis.TextDecoder = /** @type {any} */ (
  class {
    /** @param {Uint8Array} bytes */
    decode(bytes) {
      let text = "";
      for (let position = 0; position < bytes.length; ) {
        const first = bytes[position++];
        let more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
        let codePoint = more ? first & (0x3f >> more) : first;
        for (; more > 0; more--) codePoint = codePoint * 64 + (bytes[position++] & 0x3f);
        text += String.fromCodePoint(codePoint);
      }
      return text;
    }
  }
);

const LIMIT = 6; // results in the list below the search box

/** @type {Map<string, Uint8Array>} the files of an index, by address */
const files = new Map();

/** Allocates a file. @param {string} address @param {number} size @returns {Uint8Array} to be filled */
function file(address, size) {
  files.set(address, new Uint8Array(size));
  return /** @type {Uint8Array} */ (files.get(address));
}

/** @param {string} address */
async function fetchFile(address) {
  const bytes = files.get(address);
  return {
    ok: bytes !== undefined,
    status: bytes ? 200 : 404,
    arrayBuffer: async () => bytes?.slice().buffer,
    json: async () => JSON.parse(new TextDecoder().decode(/** @type {Uint8Array} */ (bytes))),
  };
}

/** The ids of the results of each query, and whether only the index of its own language was asked, as JSON.
 * @param {(url: string, options: object) => Promise<any>} open the engine's @param {string} language
 * @param {Record<string, string>} entryFiles @param {string[]} queries */
async function answers(open, language, entryFiles, queries) {
  const languages = Object.keys(entryFiles).filter((other) => other !== language);
  let ownOnly = true;
  const others = languages.map((other) => ({
    language: other,
    get url() {
      ownOnly = false; // the engine reads the address of another index when it asks it
      return entryFiles[other];
    },
  }));
  const engine = await open(entryFiles[language], { others, fetch: fetchFile });
  // Excerpts take a fifth of the time, and do not change which articles are found.
  engine.show = async (/** @type {any} */ { index }, /** @type {any} */ { article }) => {
    const [id] = await index.text(article);
    return { id };
  };
  const found = [];
  for (const query of queries) {
    ownOnly = true;
    const { results } = await engine.search(query, { limit: LIMIT });
    found.push([results.map((/** @type {{ id: string }} */ { id }) => id), ownOnly]);
  }
  return JSON.stringify(found);
}
