// @ts-check
// Asks a Typesense server. Key and question go in the address and the body of a plain POST: no header of ours, so the
// browser asks once, not twice; and a question is in no address that servers write into their logs.

/**
 * @typedef {object} Hit a record, as hooks/handrail/search_export/records.py makes it
 * @property {string} article
 * @property {string} path
 * @property {string} category
 * @property {string} summary
 * @property {string} type
 * @property {Record<string, string | null>} hierarchy the titles above, `lvl0` to `lvl6`
 * @property {string | null} content
 * @property {string | null} anchor
 */
/** @typedef {{ hits: Hit[], found: number }} Group the best records of an article, and how many terms the first has */
/**
 * @typedef {object} Server
 * @property {string} host
 * @property {string} key it can only search
 * @property {Record<string, string | number>} parameters of every search
 */

/** The articles that fit, best first. Rejects where there is no answer.
 * @param {Server} server @param {string[]} terms
 * @param {{ language: string, limit: number, signal: AbortSignal }} options @returns {Promise<Group[]>} */
export async function ask({ host, key, parameters }, terms, { language, limit, signal }) {
  const search = { ...parameters, q: terms.join(" "), filter_by: `lang:=\`${language}\``, per_page: limit };
  const response = await fetch(`${host}/multi_search?x-typesense-api-key=${encodeURIComponent(key)}`, {
    method: "POST",
    headers: { "Content-Type": "text/plain" },
    body: JSON.stringify({ searches: [search] }),
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal,
  });
  /** @type {{ grouped_hits: { hits: { document: Hit, text_match_info: { tokens_matched: number } }[] }[] }[]} */
  const [{ grouped_hits: groups }] = (await response.json()).results;
  return groups.map(({ hits }) => ({
    hits: hits.map(({ document }) => document),
    found: hits[0].text_match_info.tokens_matched,
  }));
}
