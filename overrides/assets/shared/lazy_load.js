// @ts-check
// What is heavy waits until somebody uses the page: who only reads it pays nothing.

const SIGNS = ["pointermove", "pointerdown", "focusin", "keydown"];

/** Calls once, at the first sign of use: a pointer, a touch, a key. @param {() => void} begin */
export function whenUsed(begin) {
  const used = () => {
    for (const sign of SIGNS) removeEventListener(sign, used);
    begin();
  };
  for (const sign of SIGNS) addEventListener(sign, used, { passive: true });
}

let failures = 0;

/** A script of this site, by its address relative to the page. Where one could not be loaded, browsers remember that by
 * its address: the next try has another. @param {string} url @returns {Promise<any>} */
export async function loaded(url) {
  try {
    return await import(new URL(failures ? `${url}#${failures}` : url, document.URL).href);
  } catch (error) {
    failures += 1;
    throw error;
  }
}
