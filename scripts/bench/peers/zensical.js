// @ts-check
/** Zensical's own worker, spoken to as its pages do: 0 sets it up, 1 says it is ready, 2 asks, 3 answers. */

import { opener } from "./workers.js";

/** @type {{ location: string }[]} */
let items = [];
const filter = {
  input: { type: "operator", data: { operator: "and", operands: [] } },
  aggregation: { input: [{ type: "term", data: { field: "tags" } }] },
};

export const open = opener({
  async setup(url) {
    const index = await (await fetch(url)).json();
    items = index.items;
    return { type: 0, data: index };
  },
  /** Its answer is ten sections at a time; more are asked for until they are of enough pages, as scrolling does. */
  async search(ask, input, limit) {
    /** @type {Set<string>} */
    const pages = new Set();
    /** @type {string[]} */
    const locations = [];
    let page;
    do {
      const data = await ask({ type: 2, data: { input, filter, page } });
      for (const { id } of data.items) {
        locations.push(items[id].location);
        pages.add(items[id].location.split("#")[0]);
      }
      page = data.pagination.next;
    } while (page && pages.size < limit);
    return locations;
  },
});
