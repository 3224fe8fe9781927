// @ts-check
// Takes over what a reader brings: the article that did not help, the words of a search, and, if they want it, their
// searches that found nothing. Nothing of it that the guard blocks.
import { cloneTemplate, find } from "../shared/dom.js";
import { failedSearches } from "../shared/failed_searches.js";
import { checkSecrets } from "./secret_check.js";

/** @typedef {import("./url_parameters.js").Parameters} Parameters */
/** @typedef {import("./draft.js").Draft} Draft */

/** Adds the article to the message. @param {HTMLElement} root @param {Draft} draft
 * @param {import("./suggestions.js").KnownArticle} article */
export function addArticle(root, draft, { title, id }) {
  draft.articleRead = `${title} (${id})`;
  const note = find(root, "[data-source]");
  note.textContent = `${draft.settings.strings.read}: ${title}`;
  note.hidden = false;
}

/** Drops the words of a search where they hold a secret, and says so. @param {HTMLElement} step the first one
 * @param {HTMLElement} root @param {Draft} draft @param {Parameters} parameters */
export function dropSecretQuery(step, root, draft, parameters) {
  if (!checkSecrets(parameters.query, "", draft.hashes).isBlocked) return;
  parameters.query = "";
  find(step, "h2").after(cloneTemplate(root, "secret-warning"));
}

/** Puts the words of a search into the description, once. @param {import("./field.js").Field | undefined} field
 * @param {Draft} draft @param {Parameters} parameters */
export function prefillDescription(field, draft, parameters) {
  if (!parameters.query || !field || field.text || field.isSelect) return;
  field.control.value = parameters.query;
  parameters.query = "";
  field.check();
  field.notice.show("from", [draft.settings.strings.from]);
}

/** Offers to add the failed searches that are not yet in the message. @param {HTMLElement} root
 * @param {Draft} draft @param {Parameters} parameters */
export function offerFailedSearches(root, draft, parameters) {
  const queries = failedSearches().filter((query) => query !== parameters.query);
  const checkbox = /** @type {HTMLInputElement} */ (find(root, "#add-searches"));
  const label = /** @type {HTMLElement} */ (checkbox.closest("label"));
  if (!queries.length || checkSecrets(queries.join("\n"), "", draft.hashes).isBlocked) return;
  const quoted = queries.map((query) => `“${query}”`).join(" ");
  find(label, "span").textContent = draft.settings.strings.failedSearches.replace("{words}", quoted);
  label.hidden = false;
  checkbox.addEventListener("change", () => (draft.searches = checkbox.checked ? queries.join("; ") : ""));
}
