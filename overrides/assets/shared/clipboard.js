// @ts-check
// Copies text, also where the browser gives pages no clipboard.

/** Copies the text of an element. Where the browser refuses, the text stays selected, to be copied by hand.
 * @param {HTMLElement} source a text area, or an element of the page
 * @returns {Promise<boolean>} whether it is copied */
export async function copyFrom(source) {
  const isField = source instanceof HTMLTextAreaElement;
  try {
    await navigator.clipboard.writeText(isField ? source.value : (source.textContent ?? ""));
    return true;
  } catch {
    if (isField) {
      source.focus();
      source.select();
    } else getSelection()?.selectAllChildren(source);
    return execCopy();
  }
}

/** The older way, which works without a permission and without TLS. */
function execCopy() {
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  }
}
