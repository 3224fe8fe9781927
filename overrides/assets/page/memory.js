// @ts-check
// What a reader chose, kept on this device. A browser that keeps nothing is no error.

/** @param {string} key @param {Storage} [store] @returns {string | null} */
export function recall(key, store) {
  try {
    return (store ?? localStorage).getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} value @param {Storage} [store] */
export function remember(key, value, store) {
  try {
    (store ?? localStorage).setItem(key, value);
  } catch {
    // The choice holds for this page, then.
  }
}
