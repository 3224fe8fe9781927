// @ts-check
// "Did this help?" works without this: the answers are <details>. With it, screen readers hear the thanks.
import { findAll } from "../shared/dom.js";
import { announce } from "../shared/live_region.js";

for (const text of findAll(document, '[data-component~="feedback"] [data-announce]')) {
  const answer = text.closest("details");
  answer?.addEventListener("toggle", () => answer.open && announce(text.textContent ?? ""));
}
