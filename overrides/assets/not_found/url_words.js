// @ts-check
// What somebody was looking for, as far as the address says that led nowhere.

const LONGEST = 120; // characters; a longer address was not written for people
const SIGNS = /[^\p{L}\p{N}]+/u;
const CAPITAL = /(\p{Ll})(\p{Lu})/gu; // within a word: another one begins
const TELLS_NOTHING = /^(\P{L}*|index|html?|php|aspx?|www)$/iu;

/** @param {string} part of an address @returns {string} as a person would write it */
function readable(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // percent signs that mean nothing
  }
}

/** The words of an address. @param {string} path below the site, or below the folder of a language */
export function wordsOf(path) {
  const words = path.split("/").flatMap((part) => readable(part).replace(CAPITAL, "$1 $2").split(SIGNS));
  return words.filter((word) => !TELLS_NOTHING.test(word)).join(" ").slice(0, LONGEST);
}
