// @ts-check
// What comes with the first use of the box, or with the results page. Until then no page carries it.
import { opened } from "./engine_loader.js";
import { Combobox } from "./combobox.js";
import { resultsPage } from "./results_page.js";

/** Fetches what answers; what it returns starts the box. @param {HTMLInputElement} input @param {HTMLElement} panel */
export async function prepare(input, panel) {
  const engine = await opened();
  return () => new Combobox(input, panel, engine);
}

/** Shows results in `root`, the list of the results page. @param {HTMLElement} root */
export function show(root) {
  resultsPage(root);
}
