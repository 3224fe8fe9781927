// @ts-check
// What a reader brings: the article that did not help, or the words of a search. Both stand behind the `#`, which no
// server sees, and are taken out of the address at once.

const LONGEST_ARRIVAL = 300;

/** @param {string} address @returns {{ article: string, words: string }} */
export function brought(address) {
  const values = new URLSearchParams(address.split("#")[1] ?? "");
  const article = values.get("article") ?? "";
  const words = (values.get("q") ?? "").replace(/\s+/g, " ").trim();
  return { article: /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(article) ? article : "", words: words.slice(0, LONGEST_ARRIVAL) };
}
