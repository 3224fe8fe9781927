// @ts-check
/** MiniSearch, with words cut by the browser. */

import { opener, words } from "./library.js";

export const open = opener((documents) => {
  // @ts-ignore: its script defines it
  const index = new MiniSearch({
    fields: ["title", "headings", "text"],
    tokenize: words,
    searchOptions: {
      boost: { title: 2 },
      prefix: (/** @type {string} */ word) => word.length > 3,
      fuzzy: (/** @type {string} */ word) => (word.length > 3 ? 0.2 : null),
    },
  });
  index.addAll(documents.map((document, id) => ({ id, ...document })));
  return { search: (text) => index.search(text), index: () => JSON.stringify(index) };
});
