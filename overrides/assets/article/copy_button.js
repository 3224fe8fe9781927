// @ts-check
// Adds a button that copies each block of code. Without it, readers select the text themselves.
import { copyFrom } from "../shared/clipboard.js";
import { element, findAll } from "../shared/dom.js";
import { announce } from "../shared/live_region.js";

const RESULT_SHOWN = 2500; // milliseconds

/** @param {HTMLElement} article whose attributes hold the button's texts */
function addCopyButtons(article) {
  const { copy = "", copied = "", failed = "" } = article.dataset;
  for (const code of findAll(article, "pre > code")) {
    const button = element("button", { type: "button", class: "copy-button" }, copy);
    let timer = 0;
    button.addEventListener("click", async () => {
      const result = (await copyFrom(code)) ? copied : failed;
      button.textContent = result;
      announce(result);
      clearTimeout(timer);
      timer = setTimeout(() => (button.textContent = copy), RESULT_SHOWN);
    });
    code.closest("pre")?.after(button);
  }
}

findAll(document, '[data-component~="copy-buttons"]').forEach(addCopyButtons);
