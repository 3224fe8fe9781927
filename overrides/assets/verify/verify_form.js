// @ts-check
// "Is this really support?": a reader pastes what somebody gave them, and hears at once what the registry of channels
// says of it. Nothing typed leaves the page, is stored, or is put into its URL. verify_page.js loads this.
import { cloneTemplate, find } from "../shared/dom.js";
import { judgeAll, MAX_LENGTH, undecided } from "./verdict.js";
import { explanation, MAX_DETAILS, verdictTitle } from "./verdict_view.js";

const TYPING_PAUSE = 400; // milliseconds without a key, so that half an address is not judged

/** @param {HTMLElement} root @param {typeof import("../secrets/guard.js").inspect} inspect which the search box loads too */
export function startVerifyForm(root, inspect) {
  /** @type {{ registry: import("./registry.js").Registry, strings: Record<string, string> }} */
  const { registry, strings } = JSON.parse(find(document, "#verify-settings").textContent ?? "");
  const field = /** @type {HTMLTextAreaElement} */ (find(root, "textarea"));
  const verdict = find(root, "[data-verdict]");
  const title = find(verdict, "[role=status]");
  const details = find(verdict, "[data-explanation]");
  const alert = find(root, "[role=alert]");
  let timer = 0;

  /** @type {import("./verdict_view.js").Translate} */
  const t = (key, values = {}) => strings[key].replace(/\{(\w+)\}/g, (placeholder, name) => values[name] ?? placeholder);

  const removeVerdict = () => {
    clearTimeout(timer);
    delete verdict.dataset.kind;
    title.replaceChildren();
    details.replaceChildren();
  };

  const clear = () => {
    removeVerdict();
    field.value = "";
  };

  /** @param {string} text @param {import("./verdict.js").Judgement[]} judgements the worst first */
  const show = (text, judgements) => {
    verdict.dataset.kind = judgements[0].kind;
    title.replaceChildren(verdictTitle(root, judgements[0], t));
    details.replaceChildren(...explanation(root, text, judgements, t));
  };

  const judge = () => {
    const text = field.value;
    removeVerdict();
    if (!text.trim()) return;
    const judgements = judgeAll(text, registry, new Date().toISOString().slice(0, 10), MAX_DETAILS);
    show(text, judgements.length ? judgements : [undecided("unclear")]);
  };

  /** Whether a text must not stay: here not even what may only be a part of a phrase. @param {string} text */
  const isSecret = (text) => inspect(text).some(({ action }) => action !== "mask");

  /** @param {Event} event */
  const onInput = (event) => {
    if (/** @type {InputEvent} */ (event).isComposing) return;
    const isPasted = /^insertFrom/.test(/** @type {InputEvent} */ (event).inputType ?? "");
    clearTimeout(timer);
    if (field.value.length > MAX_LENGTH) {
      clear();
      return show("", [undecided("long", String(MAX_LENGTH))]);
    }
    if (isSecret(field.value)) {
      clear();
      alert.replaceChildren(cloneTemplate(root, "secret"));
      return;
    }
    if (isPasted) alert.replaceChildren(); // while somebody types on, a warning stays
    timer = setTimeout(judge, isPasted ? 0 : TYPING_PAUSE);
  };
  field.addEventListener("input", onInput);
  field.addEventListener("compositionend", onInput);
  find(root, "button").addEventListener("click", () => {
    clear();
    alert.replaceChildren();
    field.focus();
  });
  addEventListener("pagehide", clear);
  if (field.value) onInput(new Event("input")); // typed or pasted while this was loading
}
