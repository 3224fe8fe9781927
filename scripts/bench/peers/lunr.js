// @ts-check
/** lunr.js, with words cut by the browser. */

import { opener, words } from "./library.js";

export const open = opener((documents) => {
  // @ts-ignore: its script defines it
  const { lunr } = window;
  const tokenizer = (/** @type {unknown} */ text) =>
    words(String(text ?? "")).map((word) => new lunr.Token(word.toLowerCase(), {}));
  const index = lunr(/** @this {any} */ function () {
    this.tokenizer = tokenizer;
    this.pipeline.remove(lunr.trimmer); // to it Chinese is no letter
    this.field("title", { boost: 2 });
    this.field("headings");
    this.field("text");
    documents.forEach((document, id) => this.add({ id, ...document }));
  });
  /** @type {(text: string) => { ref: string }[]} */
  const search = (text) => index.query((/** @type {any} */ query) => query.term(tokenizer(text)));
  return { search: (text) => search(text).map(({ ref }) => ({ id: ref })), index: () => JSON.stringify(index) };
});
