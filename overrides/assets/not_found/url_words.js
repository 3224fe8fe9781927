// @ts-check
// Guesses from a broken URL what its reader was looking for.

const MAX_LENGTH = 120; // characters; longer URLs were not written for people
const SEPARATORS = /[^\p{L}\p{N}]+/u;
const CAMEL_CASE = /(\p{Ll})(\p{Lu})/gu;
const NO_WORD = /^(\P{L}*|[a-z]|index|html?|php|aspx?|www)$/iu;

/** @param {string} segment of a path */
function decode(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // not percent-encoded
  }
}

/** The words of a path. @param {string} path below the site, or below the folder of a language */
export function urlWords(path) {
  const words = path.split("/").flatMap((segment) => decode(segment).replace(CAMEL_CASE, "$1 $2").split(SEPARATORS));
  return words.filter((word) => !NO_WORD.test(word)).join(" ").slice(0, MAX_LENGTH);
}
