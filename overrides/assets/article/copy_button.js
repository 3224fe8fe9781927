// @ts-check
// A button beside what is there to be copied. Without this, readers select it themselves.
import { announce } from "../shared/live_region.js";

const SAID = 2500; // milliseconds that the button says what it did

/** @param {string} text @returns {Promise<boolean>} whether the browser let it be copied */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // forbidden, or a page without TLS
  }
}

/** Puts a button into every block of text that stands as it is to be used. @param {HTMLElement} root */
function copyButtons(root) {
  const { copy = "", copied: done = "", failed = "" } = root.dataset;
  for (const block of root.querySelectorAll("pre > code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-button";
    button.textContent = copy;
    let waiting = 0;
    button.addEventListener("click", async () => {
      const words = (await copied(block.textContent ?? "")) ? done : failed;
      button.textContent = words;
      announce(words);
      clearTimeout(waiting);
      waiting = setTimeout(() => (button.textContent = copy), SAID);
    });
    block.closest("pre")?.after(button);
  }
}

for (const root of document.querySelectorAll('[data-component~="copy-buttons"]')) copyButtons(/** @type {HTMLElement} */ (root));
