// @ts-check
/** Pagefind's own script, which takes the index of its page's language. */

/** @type {Map<string, Promise<object>>} */
const opened = new Map();

/** @param {string} url its script, in a folder named as the language of the page */
export function open(url) {
  const engine = opened.get(url) ?? load(url);
  opened.set(url, engine);
  return engine;
}

/** @param {string} url */
async function load(url) {
  document.documentElement.lang = /** @type {string} */ (url.split("/").at(-2));
  const pagefind = await import(url);
  await pagefind.init();
  /** @type {Map<string, string>} */
  const numbers = new Map();

  /** The number of its document, which its address holds: `/12.html`. @param {any} result */
  async function number(result) {
    const known = numbers.get(result.id) ?? (await result.data()).raw_url.match(/(\d+)\.html/)[1];
    numbers.set(result.id, known);
    return known;
  }
  return {
    /** @param {string} text @param {{ limit: number }} options */
    search: async (text, { limit }) => {
      const { results } = await pagefind.search(text);
      const ids = await Promise.all(results.slice(0, limit).map(number));
      return { results: ids.map((id) => ({ id })) };
    },
  };
}
