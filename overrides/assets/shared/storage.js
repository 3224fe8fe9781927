// @ts-check
// Reads and writes the browser's storage. A browser that stores nothing is no error.

/** @typedef {"localStorage" | "sessionStorage"} StoreName even access to the store may be forbidden, so it is looked up by name */

/** @param {string} key @param {StoreName} [store] @returns {string | null} */
export function readStored(key, store = "localStorage") {
  try {
    return window[store].getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} value @param {StoreName} [store] @returns {boolean} whether it is stored */
export function writeStored(key, value, store = "localStorage") {
  try {
    window[store].setItem(key, value);
    return true;
  } catch {
    return false; // the choice then holds for this page only
  }
}
