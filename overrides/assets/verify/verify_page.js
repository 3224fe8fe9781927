// @ts-check
// The page "Is this really support?", as light as any other until somebody uses it: the checks, with the guard and its
// word lists, are loaded at the first sign of use.
import "../channel/expiry.js";
import "../header/header.js";
import { find, findAll } from "../shared/dom.js";
import { load, onFirstUse } from "../shared/lazy_load.js";

/** @param {HTMLElement} root */
function showForm(root) {
  const field = /** @type {HTMLTextAreaElement} */ (find(root, "textarea"));
  field.value = ""; // a browser may restore what was typed before
  root.hidden = false;
  onFirstUse(() =>
    Promise.all([load(root.dataset.module ?? ""), load(root.dataset.guard ?? "")]).then(
      ([{ startVerifyForm }, { inspect }]) => startVerifyForm(root, inspect),
      () => {
        // The list of channels says the same.
        if (root.contains(document.activeElement)) find(document, "#listed").focus();
        field.value = "";
        root.hidden = true;
      },
    ),
  );
}

findAll(document, '[data-component~="verify-form"]').forEach(showForm);
