// @ts-check
// What is loaded at the first use of the search box, or with the results page.
import { Combobox } from "./combobox.js";
import { openSearch } from "./engine_loader.js";
import { startResultsPage } from "./results_page.js";

/** Opens the engine. The function that it returns starts the box. @param {HTMLInputElement} input @param {HTMLElement} panel */
export async function prepareBox(input, panel) {
  const { engine, data } = await openSearch();
  return () => new Combobox(input, panel, engine, data);
}

/** @param {HTMLElement} root the list of the results page */
export function showResults(root) {
  startResultsPage(root);
}
