// @ts-check
// Whether a word is one of the English list with a typing error.
// hooks/handrail/secrets/typing_errors.py does exactly the same.
import { isEnglish } from "./wordlists.js";
import { rules } from "./wordlist_data.js";

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/**
 * Whether one letter more, less, other, or swapped with the next makes it an English list word.
 * @param {string} word
 */
export function isTypo(word) {
  if (word.length < 2 || word.length > 9) return false;
  for (let at = 0; at <= word.length; at++) {
    const head = word.slice(0, at);
    const tail = word.slice(at);
    const rest = tail.slice(1);
    if (tail && isEnglish(head + rest)) return true;
    if (tail.length > 1 && isEnglish(head + tail[1] + tail[0] + tail.slice(2))) return true;
    if (LETTERS.some((letter) => isEnglish(head + letter + tail) || isEnglish(head + letter + rest))) return true;
  }
  return false;
}

/** Whether it is a word of every sentence, or the plural of a listed one. @param {string} word */
export const isOrdinary = (word) =>
  rules.ordinary.includes(word) || (word.endsWith("s") && isEnglish(word.slice(0, -1)));
