// @ts-check
// Loads heavy scripts only once somebody uses the page.

const SIGNS_OF_USE = ["pointermove", "pointerdown", "focusin", "keydown"];

/** Calls `start` once, at the first pointer, touch, focus or key. @param {() => void} start */
export function onFirstUse(start) {
  const use = () => {
    for (const type of SIGNS_OF_USE) removeEventListener(type, use);
    start();
  };
  for (const type of SIGNS_OF_USE) addEventListener(type, use, { passive: true });
}

let failures = 0;

/** Imports a script of this site, by its URL relative to the page. Browsers remember by URL that an import failed, so
 * each retry has another one. @param {string} url @returns {Promise<any>} */
export async function load(url) {
  try {
    return await import(new URL(failures ? `${url}#${failures}` : url, document.URL).href);
  } catch (error) {
    failures += 1;
    throw error;
  }
}

/** A function that calls `task` once and gives its result ever after; where it failed, the next call tries again.
 * @template T @param {() => Promise<T>} task @returns {() => Promise<T>} */
export function retryable(task) {
  /** @type {Promise<T> | undefined} */
  let result;
  return () =>
    (result ??= task().catch((error) => {
      result = undefined;
      throw error;
    }));
}
