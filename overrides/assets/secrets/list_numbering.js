// @ts-check
// What numbers the words of a phrase and is none of them.
// hooks/handrail/secrets/list_numbering.py does exactly the same.
import { rules } from "./wordlist_data.js";

/** @param {string | undefined} character */
const isDigit = (character) => character !== undefined && character >= "0" && character <= "9";

/**
 * Whether a Chinese character counts what the digit before it says, as in a date.
 * @param {string} lower @param {number} at
 */
export const isUnit = (lower, at) => rules.units.includes(lower[at]) && isDigit(lower[at - 1]);

/**
 * Whether letters only number what follows: 1st, b), and the o that stands for a bullet.
 * @param {string} lower @param {number} start @param {number} end
 */
export function isNumbering(lower, start, end) {
  if (end - start <= 2 && start && isDigit(lower[start - 1])) return true;
  if (end - start > 1) return false;
  if (end < lower.length && ").:、".includes(lower[end])) return true;
  while (start && " \t".includes(lower[start - 1])) start--;
  return start === 0 || "\r\n".includes(lower[start - 1]);
}
