// @ts-check
// What a reader brings is taken up: the article that did not help, the words of a search, and, if they want it, what
// they searched for in vain. Nothing of it that the guard stops.
import { inVain } from "../searchbox/failed_searches.js";
import { copyOf, part } from "../shared/dom.js";
import { judge } from "./secret_check.js";

/** @typedef {ReturnType<typeof import("./url_parameters.js").brought>} Arrival */
/** @typedef {import("./draft.js").Draft} Draft */

/** Tells the message which article was read. @param {HTMLElement} root @param {Draft} draft
 * @param {import("./suggestions.js").Known} article */
export function takeArticle(root, draft, { title, id }) {
  draft.read = `${title} (${id})`;
  const from = part(root, "[data-source]");
  from.textContent = `${draft.settings.phrases.read}: ${title}`;
  from.hidden = false;
}

/** Forgets the words of a search where they hold a secret, and says so. @param {HTMLElement} step the first one
 * @param {HTMLElement} root @param {Draft} draft @param {Arrival} arrived */
export function guardWords(step, root, draft, arrived) {
  if (!judge(arrived.words, "", draft.vouched).isBlocked) return;
  arrived.words = "";
  part(step, "h2").after(copyOf(root, "blocked"));
}

/** Puts the words of a search into the description, once. @param {import("./field.js").Field | undefined} field
 * @param {Draft} draft @param {Arrival} arrived */
export function takeWords(field, draft, arrived) {
  if (!arrived.words || !field || field.text || field.isChosen) return;
  field.control.value = arrived.words;
  arrived.words = "";
  field.watch();
  field.notice.say("from", [draft.settings.phrases.from]);
}

/** Offers to add what was searched for in vain and stands nowhere in the message yet. @param {HTMLElement} root
 * @param {Draft} draft @param {Arrival} arrived */
export function offerVain(root, draft, arrived) {
  const queries = inVain().filter((query) => query !== arrived.words);
  const box = /** @type {HTMLInputElement} */ (part(root, "#vain"));
  const line = /** @type {HTMLElement} */ (box.closest("label"));
  if (!queries.length || judge(queries.join("\n"), "", draft.vouched).isBlocked) return;
  const words = queries.map((query) => `“${query}”`).join(" ");
  part(line, "span").textContent = draft.settings.phrases.failedSearches.replace("{words}", words);
  line.hidden = false;
  box.addEventListener("change", () => (draft.searched = box.checked ? queries.join("; ") : ""));
}
