// @ts-check
// The contact form, a step at a time. Without this the page is one to read; contact_page.js loads it.
//
// It sends nothing: no request, no storage, no URL that holds what was typed, but for the links that the reader opens at
// the end. The page's policy stops what a script could send; a test holds this script to the few ways that a policy
// cannot stop.
import { element, find, findAll } from "../shared/dom.js";
import { isComposing } from "../shared/keyboard.js";
import { DetailFields } from "./detail_fields.js";
import { Draft } from "./draft.js";
import { showErrorSummary } from "./error_summary.js";
import { answersOf, chooseOptions, inWords } from "./guide_answers.js";
import { addArticle, dropSecretQuery, offerFailedSearches, prefillDescription } from "./prefilled_answers.js";
import { ConfirmedHashes } from "./secret_check.js";
import { SendStep } from "./send_step.js";
import { readSettings } from "./settings.js";
import { Steps } from "./steps.js";

/**
 * @param {HTMLElement} root its first step shows already
 * @param {{ articles: import("./suggestions.js").KnownArticle[], glossary: string[][], guides: import("./guide_answers.js").Guides }} known
 *   articles and synonyms are compared with descriptions
 * @param {import("./url_parameters.js").Parameters} parameters
 * @returns {(button: HTMLElement) => void} handles a pressed button
 */
export function startContactForm(root, known, parameters) {
  const settings = readSettings();
  const hashes = new ConfirmedHashes();
  const draft = new Draft(settings, hashes);
  const step = (/** @type {string} */ name) => find(root, `[data-step="${name}"]`);
  const summary = find(root, "[data-errors]");
  const showErrors = (/** @type {boolean} */ focus) =>
    showErrorSummary(summary, settings.strings.errors, draft.shownErrors, focus);
  const details = new DetailFields(root, settings, hashes, known, () => showErrors(false));
  const sendStep = new SendStep(step("send"), settings, (language, isPublic) => draft.finish(language, isPublic));

  const steps = new Steps(root, {
    progress: settings.strings.step,
    isOpen: (name) => name === "about" || (name === "details" ? draft.type !== null : draft.isComplete),
    onEnter: (name, isFirst) => {
      for (const intro of findAll(root, "[data-intro]")) intro.hidden = !isFirst;
      if (name !== "details") for (const warning of findAll(root, ".secret-warning")) warning.remove();
      if (name === "send") sendStep.render();
    },
  });

  /** @param {HTMLElement} type */
  const choose = (type) => {
    if (type !== draft.type) {
      details.showFor(type);
      draft.type = type;
      draft.fields = details.shown;
      prefillDescription(details.description, draft, parameters);
      showErrors(false);
    }
    steps.go("details");
  };

  const finish = () => {
    for (const field of draft.fields) field.showError(field.error);
    showErrors(true);
    if (draft.shownErrors.length) return;
    if (draft.isComplete) return steps.go("send");
    draft.clearSecrets();
    find(root, ".secret-warning").focus();
  };

  /** Shows what comes into the message from a guide. */
  const showGuideAnswers = () => {
    const [language] = Object.keys(settings.message);
    const { said, ruledOut } = inWords(draft.guideAnswers, language);
    const lines = ruledOut ? [...said, `${settings.message[language].ruledOut}: ${ruledOut}`] : said;
    const box = find(root, "[data-guide-answers]");
    box.hidden = !lines.length;
    find(box, "ul").replaceChildren(...lines.map((line) => element("li", {}, line)));
  };

  /** Goes straight to the details: the guide has found out what it is about. */
  const continueGuide = () => {
    const answers = answersOf(known.guides, parameters.guide);
    /** @type {HTMLElement | null} */
    const type = root.querySelector(`[data-about="${answers.at(-1)?.type}"]`);
    if (!type) return;
    draft.guideAnswers = answers;
    showGuideAnswers();
    choose(type);
    chooseOptions(draft.fields, answers);
  };

  /** Removes everything that was typed or chosen. */
  const clear = () => {
    details.clear();
    draft.clear();
    hashes.clear();
    sendStep.clear();
    showErrors(false);
    /** @type {HTMLInputElement} */ (find(root, "#add-searches")).checked = false;
    find(root, "[data-source]").hidden = true;
    showGuideAnswers();
  };

  /** @param {HTMLElement} button */
  const press = (button) => {
    if (button.dataset.about) choose(button);
    else if ("next" in button.dataset) finish();
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
    if (key !== "Enter" || isComposing(event) || steps.current !== "details" || !(target instanceof HTMLInputElement)) return;
    event.preventDefault();
    finish();
  });
  addEventListener("pagehide", clear);
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    clear();
    steps.restart();
  });

  clear(); // what a browser put back
  const article = known.articles.find(({ id }) => id === parameters.article);
  if (article) addArticle(root, draft, article);
  dropSecretQuery(step(steps.first), root, draft, parameters);
  offerFailedSearches(root, draft, parameters);
  continueGuide();
  return press;
}
