// @ts-check
// The contact form, a step at a time. Without this the page is one to read; contact_page.js loads it.
//
// It sends nothing: no request, no storage, no URL that holds what was typed, but for the links that the reader opens at
// the end. The page's policy stops what a script could send; a test holds this script to the few ways that a policy
// cannot stop.
import { find, findAll } from "../shared/dom.js";
import { isComposing } from "../shared/keyboard.js";
import { showAnswers } from "./check_answers.js";
import { DetailFields } from "./detail_fields.js";
import { Draft } from "./draft.js";
import { showErrorSummary } from "./error_summary.js";
import { addArticle, dropSecretQuery, offerFailedSearches, prefillDescription } from "./prefilled_answers.js";
import { ConfirmedHashes } from "./secret_check.js";
import { SendStep } from "./send_step.js";
import { readSettings } from "./settings.js";
import { Steps } from "./steps.js";
import { articleMatcher } from "./suggestions.js";

/**
 * @param {HTMLElement} root its first step shows already
 * @param {{ articles: import("./suggestions.js").KnownArticle[], glossary: string[][] }} known compared with descriptions
 * @param {import("./url_parameters.js").Parameters} parameters
 * @returns {(button: HTMLElement) => void} handles a pressed button
 */
export function startContactForm(root, known, parameters) {
  const settings = readSettings();
  const { strings } = settings;
  const hashes = new ConfirmedHashes();
  const draft = new Draft(settings, hashes);
  const details = new DetailFields(root, settings, hashes, articleMatcher(known.articles, known.glossary));
  const types = /** @type {HTMLInputElement[]} */ (findAll(root, 'input[name="about"]'));
  const step = (/** @type {string} */ name) => find(root, `[data-step="${name}"]`);
  const answersTo = (/** @type {string} */ type) => root.querySelector(`[data-answers="${type}"]`);
  const sendStep = new SendStep(step("send"), settings, (isPublic) => draft.finish(isPublic));

  /** @param {import("./field.js").Field} field */
  const change = ({ control }) => {
    steps.go("details");
    const optional = control.closest("details");
    if (optional) optional.open = true;
    control.focus();
  };

  const steps = new Steps(root, {
    progress: strings.step,
    isOpen: (name) => {
      if (name === "answers") return draft.type !== null && answersTo(draft.type.value) !== null;
      if (name === "details") return draft.type !== null;
      return name === "check" || name === "send" ? draft.isComplete : true;
    },
    onEnter: (name, isFirst) => {
      for (const intro of findAll(root, "[data-intro]")) intro.hidden = !isFirst;
      for (const answers of findAll(root, "[data-answers]")) answers.hidden = answers !== answersTo(draft.type?.value ?? "");
      if (name !== "details") for (const warning of findAll(root, ".secret-warning")) warning.remove();
      if (name === "check") showAnswers(find(root, "[data-summary]"), draft.fields, settings, change);
      if (name === "send") sendStep.render();
    },
  });

  /** What the Next button of each step does. @type {Record<string, () => void>} */
  const next = {
    about: () => {
      const chosen = types.find((type) => type.checked);
      const errors = chosen ? [] : [{ text: strings.about, control: types[0] }];
      showErrorSummary(find(step("about"), "[data-errors]"), strings.errors, errors);
      showTypeError(chosen ? "" : strings.about);
      if (!chosen) return;
      if (chosen !== draft.type) chooseType(chosen);
      steps.go(answersTo(chosen.value) ? "answers" : "details");
    },
    answers: () => steps.go("details"),
    details: () => {
      for (const field of draft.fields) field.showError(field.error);
      const { errors } = draft;
      showErrorSummary(find(step("details"), "[data-errors]"), strings.errors, errors);
      if (errors.length) return;
      if (draft.finish(false)) steps.go("check");
      else {
        draft.clearSecrets();
        find(root, ".secret-warning").focus();
      }
    },
    check: () => steps.go("send"),
  };

  const chooseType = (/** @type {HTMLInputElement} */ type) => {
    details.showFor(type);
    draft.type = type;
    draft.fields = details.shown;
    prefillDescription(details.description, draft, parameters);
  };

  const showTypeError = (/** @type {string} */ text) => {
    const error = find(root, "#about-error");
    error.textContent = text;
    error.hidden = !text;
  };

  /** Removes everything that was typed or chosen. */
  const clear = () => {
    details.clear();
    draft.clear();
    hashes.clear();
    sendStep.clear();
    for (const type of types) type.checked = false;
    for (const box of findAll(root, "[data-errors]")) box.hidden = true;
    /** @type {HTMLInputElement} */ (find(root, "#add-searches")).checked = false;
    showTypeError("");
    find(root, "[data-summary]").textContent = "";
    find(root, "[data-source]").hidden = true;
  };

  /** Starts with what the reader brought. */
  const start = () => {
    const chosen = types.find((type) => type.checked);
    clear();
    const article = known.articles.find(({ id }) => id === parameters.article);
    if (article) addArticle(root, draft, article);
    const type = chosen ?? types.find(({ value }) => types.length === 1 || article?.types.includes(value));
    if (type) type.checked = true;
    dropSecretQuery(step(steps.first), root, draft, parameters);
    offerFailedSearches(root, draft, parameters);
  };

  /** @param {HTMLElement} button */
  const press = (button) => {
    if (button.dataset.to) steps.go(button.dataset.to);
    else if ("next" in button.dataset) next[steps.current]();
    else if ("back" in button.dataset) steps.back();
    else if ("restart" in button.dataset) {
      clear();
      steps.restart();
      find(step(steps.first), "h2").focus();
    }
  };
  root.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLElement} */ (target).closest("button");
    if (button) press(button);
  });
  root.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (key !== "Enter" || isComposing(event) || !(target instanceof HTMLInputElement) || target.name === "channel") return;
    event.preventDefault();
    next[steps.current]?.();
  });
  addEventListener("pagehide", clear);
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    clear();
    steps.restart();
  });
  start();
  return press;
}
