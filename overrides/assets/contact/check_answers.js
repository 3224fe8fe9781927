// @ts-check
// The message to look at once more, an answer a row: what was masked is shown, and each answer can be changed.
import { make } from "../shared/dom.js";
import { hidden } from "./settings.js";

/** @typedef {import("./field.js").Field} Field */

/** @param {HTMLElement} box @param {Field[]} fields @param {import("./settings.js").SupportSettings} settings
 * @param {(field: Field) => void} change leads back to an answer */
export function summarise(box, fields, settings, change) {
  const { phrases } = settings;
  const rows = fields.map((field) => {
    const button = make("button", "link-button", phrases.change, make("small", "visually-hidden", ` ${field.title}`));
    button.addEventListener("click", () => change(field));
    const { masks, text, isWarned } = field.verdict;
    const said = [hidden(masks, settings), isWarned ? phrases.warn : ""].filter(Boolean);
    const shown = make("dd", "", text || make("small", "", phrases.empty), ...said.map((words) => make("small", "", words)));
    shown.translate = false;
    return make("div", "", make("dt", "", field.title), shown, make("dd", "answers-summary__change", button));
  });
  box.replaceChildren(...rows);
}
