// @ts-check
// The journey to support, a step at a time. Without this the page is one to read; support.js loads it.
//
// It sends nothing: no request, no storage, no address that holds what was typed, but for the links that the reader
// opens at the end. The page's policy stops what a script could send; a test holds this script to the few ways that a
// policy cannot stop.
import { Details } from "./detail_fields.js";
import { part, partsOf } from "../shared/dom.js";
import { Draft } from "./draft.js";
import { list } from "./error_summary.js";
import { comparer } from "./suggestions.js";
import { Send } from "./send_step.js";
import { read } from "./settings.js";
import { Steps } from "./steps.js";
import { summarise } from "./check_answers.js";
import { Vouched } from "./secret_check.js";
import { guardWords, offerVain, takeArticle, takeWords } from "./prefilled_answers.js";

/**
 * @param {HTMLElement} root its first step shows already
 * @param {{ articles: import("./suggestions.js").Known[], glossary: string[][] }} known what descriptions are compared with
 * @param {import("./prefilled_answers.js").Arrival} arrived
 * @returns {(button: HTMLElement) => void} what answers to a button
 */
export function start(root, known, arrived) {
  const settings = read();
  const { phrases } = settings;
  const vouched = new Vouched();
  const draft = new Draft(settings, vouched);
  const details = new Details(root, settings, vouched, comparer(known.articles, known.glossary));
  const types = /** @type {HTMLInputElement[]} */ (partsOf(root, 'input[name="about"]'));
  const step = (/** @type {string} */ name) => part(root, `[data-step="${name}"]`);
  const answersTo = (/** @type {string} */ type) => root.querySelector(`[data-answers="${type}"]`);
  const send = new Send(step("send"), settings, (isPublic) => draft.finished(isPublic));

  /** @param {import("./field.js").Field} field */
  const change = ({ control }) => {
    steps.go("details");
    const closed = control.closest("details");
    if (closed) closed.open = true;
    control.focus();
  };

  const steps = new Steps(root, {
    place: phrases.step,
    isOpen: (name) => {
      if (name === "answers") return draft.type !== null && answersTo(draft.type.value) !== null;
      if (name === "details") return draft.type !== null;
      return name === "check" || name === "send" ? draft.isWhole : true;
    },
    entered: (name, isFirst) => {
      for (const lead of partsOf(root, "[data-intro]")) lead.hidden = !isFirst;
      for (const each of partsOf(root, "[data-answers]")) each.hidden = each !== answersTo(draft.type?.value ?? "");
      if (name !== "details") for (const warning of partsOf(root, ".secret-warning")) warning.remove();
      if (name === "check") summarise(part(root, "[data-summary]"), draft.fields, settings, change);
      if (name === "send") send.render();
    },
  });

  /** What leads on from each step. @type {Record<string, () => void>} */
  const next = {
    about: () => {
      const chosen = types.find((type) => type.checked);
      const box = part(step("about"), "[data-errors]");
      list(box, phrases.errors, chosen ? [] : [{ text: phrases.about, control: types[0] }]);
      showChoice(chosen ? "" : phrases.about);
      if (!chosen) return;
      if (chosen !== draft.type) take(chosen);
      steps.go(answersTo(chosen.value) ? "answers" : "details");
    },
    answers: () => steps.go("details"),
    details: () => {
      for (const field of draft.fields) field.showFault(field.fault);
      const { faults } = draft;
      list(part(step("details"), "[data-errors]"), phrases.errors, faults);
      if (faults.length) return;
      if (draft.finished(false)) steps.go("check");
      else {
        draft.dropSecrets();
        part(root, ".secret-warning").focus();
      }
    },
    check: () => steps.go("send"),
  };

  const take = (/** @type {HTMLInputElement} */ type) => {
    details.take(type);
    draft.type = type;
    draft.fields = details.asked;
    takeWords(details.description, draft, arrived);
  };

  const showChoice = (/** @type {string} */ fault) => {
    const error = part(root, "#about-error");
    error.textContent = fault;
    error.hidden = !fault;
  };

  /** Leaves nothing of what was typed or chosen. */
  const clear = () => {
    details.clear();
    draft.clear();
    vouched.clear();
    send.clear();
    for (const type of types) type.checked = false;
    for (const box of partsOf(root, "[data-errors]")) box.hidden = true;
    /** @type {HTMLInputElement} */ (part(root, "#vain")).checked = false;
    showChoice("");
    part(root, "[data-summary]").textContent = "";
    part(root, "[data-source]").hidden = true;
  };

  /** Takes up what the reader brought. */
  const arrive = () => {
    const chosen = types.find((type) => type.checked);
    clear();
    const article = known.articles.find(({ id }) => id === arrived.article);
    if (article) takeArticle(root, draft, article);
    const type = chosen ?? types.find(({ value }) => types.length === 1 || article?.types.includes(value));
    if (type) type.checked = true;
    guardWords(step(steps.first), root, draft, arrived);
    offerVain(root, draft, arrived);
  };

  /** @param {HTMLElement} button */
  const press = (button) => {
    if (button.dataset.to) steps.go(button.dataset.to);
    else if ("next" in button.dataset) next[steps.current]();
    else if ("back" in button.dataset) steps.back();
    else if ("again" in button.dataset) {
      clear();
      steps.restart();
      part(step(steps.first), "h2").focus();
    }
  };
  root.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLElement} */ (target).closest("button");
    if (button) press(button);
  });
  root.addEventListener("keydown", (event) => {
    const { key, isComposing, target } = event;
    if (key !== "Enter" || isComposing || !(target instanceof HTMLInputElement) || target.name === "channel") return;
    event.preventDefault();
    next[steps.current]?.();
  });
  addEventListener("pagehide", clear);
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    clear();
    steps.restart();
  });
  arrive();
  return press;
}
