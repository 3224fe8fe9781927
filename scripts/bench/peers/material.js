// @ts-check
/** Material's own worker, spoken to as its pages do: 0 sets it up, 1 says it is ready, 2 asks, 3 answers. */

import { opener } from "./workers.js";

export const open = opener({
  async setup(url) {
    const { config, docs } = await (await fetch(url)).json();
    return { type: 0, data: { config, docs, options: { suggest: false } } };
  },
  async search(ask, text) {
    const { items } = await ask({ type: 2, data: text });
    return items.map((/** @type {{ location: string }[]} */ [first]) => first.location);
  },
});
