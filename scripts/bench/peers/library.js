// @ts-check
/** What peers that are libraries share: their scripts are loaded and the documents indexed once, for all languages. */

/**
 * @typedef {{ title: string, headings: string, text: string }} Fields
 * @typedef {{ id: string | number }} Result
 * @typedef {{ search: (text: string) => Result[], index: () => string }} Library
 */

/** @param {(documents: Fields[]) => Library} make */
export function opener(make) {
  /** @type {Map<string, ReturnType<typeof load>>} */
  const opened = new Map();
  return (/** @type {string} */ url) => {
    const engine = opened.get(url) ?? load(url, make);
    opened.set(url, engine);
    return engine;
  };
}

/**
 * @param {string} url the documents, and the names of the scripts to load before them
 * @param {(documents: Fields[]) => Library} make
 */
async function load(url, make) {
  const { scripts, documents } = await (await fetch(url)).json();
  for (const script of scripts) await run(new URL(script, url).href);
  const library = make(documents);
  return {
    /** @param {string} text @param {{ limit: number }} options */
    search: async (text, { limit }) => ({ results: library.search(text).slice(0, limit) }),
    index: library.index,
  };
}

/** @param {string} url */
function run(url) {
  const script = document.createElement("script");
  script.src = url;
  return new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** @param {string} text */
export function words(text) {
  return [...segmenter.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment);
}
