// @ts-check
// What a reader brings from another page: the article that did not help, the words of a search, or the way through a
// guide. They stand behind the `#`, which no server sees, and are removed from the URL at once.

const MAX_QUERY_LENGTH = 300; // characters

/** @typedef {{ article: string, query: string, guide: string }} Parameters */

/** @param {string} url @returns {Parameters} */
export function readParameters(url) {
  const values = new URLSearchParams(url.split("#")[1] ?? "");
  const article = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.exec(values.get("article") ?? "")?.[0] ?? "";
  const query = (values.get("q") ?? "").replace(/\s+/g, " ").trim();
  return { article, query: query.slice(0, MAX_QUERY_LENGTH), guide: values.get("guide") ?? "" };
}
