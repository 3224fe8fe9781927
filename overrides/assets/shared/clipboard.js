// @ts-check
// Copying, also where the browser does not let pages reach the clipboard.

/** Copies a text; where nothing helps it is left selected, to be copied by hand.
 * @param {HTMLTextAreaElement} area what holds the text @returns {Promise<boolean>} whether it is copied */
export async function copyFrom(area) {
  try {
    await navigator.clipboard.writeText(area.value);
    return true;
  } catch {
    area.focus();
    area.select();
    return isCopied();
  }
}

/** The older way, which works without a permission and without TLS. */
function isCopied() {
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  }
}
