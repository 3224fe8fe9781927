// @ts-check
// What a reader chose, kept on this device. A browser that keeps nothing is no error.

/** @typedef {"localStorage" | "sessionStorage"} Store looked up by name, as the mere look may be forbidden */

/** @param {string} key @param {Store} [store] @returns {string | null} */
export function recall(key, store = "localStorage") {
  try {
    return window[store].getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} value @param {Store} [store] @returns {boolean} whether it was kept */
export function remember(key, value, store = "localStorage") {
  try {
    window[store].setItem(key, value);
    return true;
  } catch {
    return false; // the choice holds for this page, then
  }
}
