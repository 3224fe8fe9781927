// @ts-check
// What an article offers beside its text: a button that copies each block of code, one that copies its address, one that
// prints it. Without this, readers select the text, and the browser has its own ways.
import { copyFrom } from "../shared/clipboard.js";
import { element, findAll } from "../shared/dom.js";
import { announce } from "../shared/live_region.js";

const RESULT_SHOWN = 2500; // milliseconds

/** Copies the text of `source` on a click, and says so in place of the button's name.
 * @param {HTMLElement} button @param {() => HTMLElement} source @param {DOMStringMap} words */
function copyOnClick(button, source, { copied = "", failed = "" }) {
  const name = button.textContent;
  let timer = 0;
  button.addEventListener("click", async () => {
    const result = (await copyFrom(source())) ? copied : failed;
    button.textContent = result;
    announce(result);
    clearTimeout(timer);
    timer = setTimeout(() => (button.textContent = name), RESULT_SHOWN);
  });
}

/** @param {HTMLElement} article whose attributes hold the buttons' texts */
function addButtons(article) {
  for (const code of findAll(article, "pre > code")) {
    const button = element("button", { type: "button", class: "copy-button" }, article.dataset.copy ?? "");
    copyOnClick(button, () => code, article.dataset);
    const block = code.closest(".highlight") ?? element("div", { class: "highlight" }); // none around indented code
    const pre = /** @type {HTMLElement} */ (code.parentElement);
    if (!block.contains(pre)) pre.replaceWith(block);
    block.append(pre, button);
  }
  const address = element("span", { class: "visually-hidden" });
  for (const button of findAll(article, "[data-copy-link]")) {
    const source = () => {
      address.textContent = location.href.split("#")[0];
      button.after(address);
      return address;
    };
    copyOnClick(button, source, article.dataset);
    button.hidden = false;
  }
  for (const button of findAll(article, "[data-print]")) {
    button.addEventListener("click", () => print());
    button.hidden = false;
  }
}

findAll(document, '[data-component~="copy-buttons"]').forEach(addButtons);
