// @ts-check
// What a reader brings from another page: the article that did not help, or the words of a search. Both stand behind the
// `#`, which no server sees, and are removed from the URL at once.

const MAX_QUERY_LENGTH = 300; // characters

/** @typedef {{ article: string, query: string }} Parameters */

/** @param {string} url @returns {Parameters} */
export function readParameters(url) {
  const values = new URLSearchParams(url.split("#")[1] ?? "");
  const article = values.get("article") ?? "";
  const query = (values.get("q") ?? "").replace(/\s+/g, " ").trim();
  return { article: /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(article) ? article : "", query: query.slice(0, MAX_QUERY_LENGTH) };
}
