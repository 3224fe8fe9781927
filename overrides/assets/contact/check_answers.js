// @ts-check
// The answers to look at once more: what was masked is said, and each answer can be changed.
import { element } from "../shared/dom.js";
import { maskNote } from "./settings.js";

/** @typedef {import("./field.js").Field} Field */

/** @param {HTMLElement} list a <dl> @param {Field[]} fields @param {import("./settings.js").ContactSettings} settings
 * @param {(field: Field) => void} change leads back to a field */
export function showAnswers(list, fields, settings, change) {
  const { strings } = settings;
  const rows = fields.map((field) => {
    const title = element("small", { class: "visually-hidden" }, ` ${field.title}`);
    const button = element("button", { class: "link-button" }, strings.change, title);
    button.addEventListener("click", () => change(field));
    const { masks, text, isWarned } = field.verdict;
    const notes = [maskNote(masks, settings), isWarned ? strings.warn : ""].filter(Boolean);
    const answer = element("dd", { translate: "no" }, text || element("small", {}, strings.empty));
    answer.append(...notes.map((note) => element("small", {}, note)));
    const action = element("dd", { class: "answers-summary__change" }, button);
    return element("div", {}, element("dt", {}, field.title), answer, action);
  });
  list.replaceChildren(...rows);
}
