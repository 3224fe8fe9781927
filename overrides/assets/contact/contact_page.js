// @ts-check
// The page that leads to support, as light as any other until somebody uses it. Its first step shows at once; the steps
// after it, with the guard and its word lists, come at the first sign of use. Until they are here nothing can be typed.
import "../channel/expiry.js";
import "../header/header.js";
import "../offline/status.js";
import { loaded, whenUsed } from "../shared/lazy_load.js";
import { brought } from "./url_parameters.js";
import { part, partsOf } from "../shared/dom.js";

/** @param {HTMLElement} root */
function welcome(root) {
  const arrived = brought(document.URL);
  history.replaceState({ step: 0 }, "", document.URL.split("#")[0]);
  for (const input of partsOf(root, "input")) /** @type {HTMLInputElement} */ (input).checked = false;
  part(root, "[data-step]").hidden = false;
  const turn = (/** @type {boolean} */ steps) => {
    for (const each of partsOf(root, "[data-script-only]")) each.hidden = false;
    for (const each of partsOf(root, "[data-emergency-link], [data-fallback]")) each.hidden = steps;
    if (document.activeElement?.closest("[hidden]")) part(root, "[data-step] h2").focus(); // who was in what went
  };
  turn(true);
  part(root, "[data-progress]").hidden = false;
  root.dataset.started = "";

  /** @type {Promise<void> | null} */
  let beginning = null;
  /** @type {HTMLElement | null} what was pressed before the steps were here */
  let pressed = null;
  const begin = () => {
    const { module = "", articles = "" } = root.dataset;
    beginning ??= Promise.all([loaded(module), loaded(articles)]).then(
      ([{ start }, { articles, glossary }]) => {
        turn(true);
        root.ariaBusy = null;
        root.removeEventListener("click", press);
        const answer = start(root, { articles, glossary }, arrived);
        if (pressed) answer(pressed);
      },
      () => {
        turn(false); // the page to read; a button tries again
        root.ariaBusy = null;
        beginning = null;
      },
    );
  };
  /** @param {MouseEvent} event */
  const press = ({ target }) => {
    pressed = /** @type {HTMLElement} */ (target).closest("button");
    if (!pressed) return;
    root.ariaBusy = "true";
    begin();
  };
  root.addEventListener("click", press);
  if (arrived.words) begin(); // who comes from a search is at work, and the guard must see the words
  else whenUsed(begin);
}

for (const root of document.querySelectorAll('[data-component="contact-form"]')) welcome(/** @type {HTMLElement} */ (root));
