// @ts-check
// What the engine of search needs of a browser where there is none: bytes that are text, and files that can be fetched.

/** Only UTF-8, and only what is right, as a build wrote it. */
globalThis.TextDecoder = /** @type {any} */ (
  class {
    /** @param {Uint8Array} bytes */
    decode(bytes) {
      let text = "";
      for (let place = 0; place < bytes.length; ) {
        const first = bytes[place++];
        let more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
        let point = more ? first & (0x3f >> more) : first;
        for (; more > 0; more--) point = point * 64 + (bytes[place++] & 0x3f);
        text += String.fromCodePoint(point);
      }
      return text;
    }
  }
);

const SHOWN = 6; // articles in the list below the search box

/** @type {Map<string, Uint8Array>} the files of an index, by address */
const files = new Map();

/** Makes room for a file. @param {string} address @param {number} size @returns {Uint8Array} to be filled */
function file(address, size) {
  files.set(address, new Uint8Array(size));
  return /** @type {Uint8Array} */ (files.get(address));
}

/** @param {string} address */
async function fetched(address) {
  const bytes = files.get(address);
  return {
    ok: bytes !== undefined,
    status: bytes ? 200 : 404,
    arrayBuffer: async () => bytes?.slice().buffer,
    json: async () => JSON.parse(new TextDecoder().decode(/** @type {Uint8Array} */ (bytes))),
  };
}

/** The ids that each question finds, as JSON. @param {(url: string, options: object) => Promise<any>} open the engine's
 * @param {string} language @param {Record<string, string>} entrances @param {string[]} questions */
async function answers(open, language, entrances, questions) {
  const languages = Object.keys(entrances).filter((other) => other !== language);
  const others = languages.map((other) => ({ language: other, url: entrances[other] }));
  const engine = await open(entrances[language], { others, fetch: fetched });
  const found = [];
  for (const question of questions) {
    const { results } = await engine.search(question, { limit: SHOWN });
    found.push(results.map((/** @type {{ id: string }} */ { id }) => id));
  }
  return JSON.stringify(found);
}
