// @ts-check
// "Did this help?" works without this: the answers are <details>. A reader who cannot see the thanks hears them.
import { announce } from "../shared/live_region.js";

/** @param {Element} root */
function thank(root) {
  for (const words of root.querySelectorAll("[data-announce]")) {
    const answer = words.closest("details");
    answer?.addEventListener("toggle", () => answer.open && announce(words.textContent ?? ""));
  }
}

for (const root of document.querySelectorAll('[data-component~="feedback"]')) thank(root);
