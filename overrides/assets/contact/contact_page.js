// @ts-check
// The contact page, as light as any other until somebody uses it. Its first step shows at once; the other steps, with
// the guard and its word lists, are loaded at the first sign of use. Until then nothing can be typed.
import "../channel/expiry.js";
import "../header/header.js";
import { find, findAll } from "../shared/dom.js";
import { load, onFirstUse } from "../shared/lazy_load.js";
import { readParameters } from "./url_parameters.js";

/** @param {HTMLElement} root */
function showFirstStep(root) {
  const parameters = readParameters(document.URL);
  history.replaceState({ step: 0 }, "", document.URL.split("#")[0]);
  find(root, "[data-step]").hidden = false;
  /** Shows the steps, or else the page to read. @param {boolean} hasSteps */
  const toggle = (hasSteps) => {
    find(root, "[data-fallback]").hidden = hasSteps;
    if (document.activeElement?.closest("[hidden]")) find(root, "[data-step] h2").focus();
  };
  root.dataset.started = "";
  toggle(true);

  /** @type {Promise<void> | null} */
  let loading = null;
  /** @type {HTMLElement | null} the button pressed before the steps were loaded */
  let pressed = null;
  const loadSteps = () => {
    const { module = "", articles: known = "", guides = "" } = root.dataset;
    const guideAnswers = parameters.guide && guides ? load(guides) : { guides: {} };
    loading ??= Promise.all([load(module), load(known), guideAnswers]).then(
      ([{ startContactForm }, { articles, glossary }, { guides }]) => {
        toggle(true);
        root.ariaBusy = null;
        root.removeEventListener("click", onClick);
        const press = startContactForm(root, { articles, glossary, guides }, parameters);
        if (pressed) press(pressed);
      },
      () => {
        toggle(false); // a button tries again
        root.ariaBusy = null;
        loading = null;
      },
    );
  };
  /** @param {MouseEvent} event */
  const onClick = ({ target }) => {
    pressed = /** @type {HTMLElement} */ (target).closest("button");
    if (!pressed) return;
    root.ariaBusy = "true";
    loadSteps();
  };
  root.addEventListener("click", onClick);
  if (parameters.query || parameters.guide) loadSteps(); // who comes from there is at work; the guard must see words
  else onFirstUse(loadSteps);
}

findAll(document, '[data-component="contact-form"]').forEach(showFirstStep);
