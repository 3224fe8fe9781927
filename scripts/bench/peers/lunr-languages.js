// @ts-check
/** lunr.js with lunr-languages: English and Chinese in one index. */

import { opener } from "./library.js";

export const open = opener((documents) => {
  // @ts-ignore: its script defines it
  const { lunr } = window;
  let tokenizer = lunr.tokenizer;
  const index = lunr(/** @this {any} */ function () {
    this.use(lunr.multiLanguage("en", "zh"));
    tokenizer = this.tokenizer;
    this.field("title", { boost: 10 });
    this.field("headings");
    this.field("text");
    documents.forEach((document, id) => this.add({ id, ...document }));
  });
  // Not index.search(): it takes colons and hyphens for commands, and cuts a question at its spaces only.
  /** @type {(text: string) => { ref: string }[]} */
  const search = (text) => index.query((/** @type {any} */ query) => query.term(tokenizer(text)));
  return { search: (text) => search(text).map(({ ref }) => ({ id: ref })), index: () => JSON.stringify(index) };
});
