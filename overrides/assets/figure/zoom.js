// @ts-check
// Opens the picture of a figure in a dialog. Without a script it is a link to its file.
import { find, findAll } from "../shared/dom.js";

/** @param {HTMLDialogElement} dialog closes wherever it is clicked, and the browser brings the focus back to the link */
function openIn(dialog) {
  const picture = find(dialog, "div");
  for (const link of findAll(document, ".figure__link")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // to a tab or a window of its own
      event.preventDefault();
      dialog.ariaLabel = find(link, "img").getAttribute("alt");
      picture.replaceChildren(...link.cloneNode(true).childNodes);
      dialog.showModal();
    });
  }
  dialog.addEventListener("click", () => dialog.close());
}

openIn(find(document, "dialog.zoom"));
