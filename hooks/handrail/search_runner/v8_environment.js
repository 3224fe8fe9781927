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

/** For each question the ids that it finds and whether its own language alone was asked, as JSON.
 * @param {(url: string, options: object) => Promise<any>} open the engine's @param {string} language
 * @param {Record<string, string>} entrances @param {string[]} questions */
async function answers(open, language, entrances, questions) {
  const languages = Object.keys(entrances).filter((other) => other !== language);
  let alone = true;
  const others = languages.map((other) => ({
    language: other,
    get url() {
      alone = false; // the engine looks where the other index is when it asks it
      return entrances[other];
    },
  }));
  const engine = await open(entrances[language], { others, fetch: fetched });
  // What a reader would be shown of an article takes a fifth of the time, and changes nothing in which are found.
  engine.show = async (/** @type {any} */ { index }, /** @type {any} */ { article }) => {
    const [id] = await index.text(article);
    return { id };
  };
  const found = [];
  for (const question of questions) {
    alone = true;
    const { results } = await engine.search(question, { limit: SHOWN });
    found.push([results.map((/** @type {{ id: string }} */ { id }) => id), alone]);
  }
  return JSON.stringify(found);
}
