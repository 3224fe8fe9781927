// @ts-check
// The page "Is this really support?", as light as any other until somebody uses it. What judges, with the guard and its
// word lists, comes at the first sign of use.
import "../channel/expiry.js";
import "../header/header.js";
import "../offline/status.js";
import { loaded, whenUsed } from "../shared/lazy_load.js";

/** @param {HTMLElement} root */
function offer(root) {
  const field = /** @type {HTMLTextAreaElement} */ (root.querySelector("textarea"));
  field.value = ""; // a browser may have kept what was typed before
  root.hidden = false;
  whenUsed(() =>
    loaded(root.dataset.module ?? "").then(
      ({ verifier }) => verifier(root),
      () => {
        const list = /** @type {HTMLElement} */ (document.getElementById("listed")); // it says the same
        if (root.contains(document.activeElement)) list.focus();
        field.value = "";
        root.hidden = true;
      },
    ),
  );
}

for (const root of document.querySelectorAll('[data-component~="verify-form"]')) offer(/** @type {HTMLElement} */ (root));
