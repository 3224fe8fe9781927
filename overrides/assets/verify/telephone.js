// @ts-check
// Telephone numbers, compared as E.164 writes them: "+", the country, the number.

const NUMBER = /(?<![A-Za-z0-9_])\+?\(?\d(?:[ ().\/–—-]{0,3}\d){4,17}(?![A-Za-z0-9_]|\s?[元块塊年月日%])/g;

/** The numbers in a text. @param {string} text @returns {import("./claims.js").Found[]} */
export function findNumbers(text) {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const [written] = match;
    const from = /** @type {number} */ (match.index);
    return isDate(written) ? [] : [{ from, to: from + written.length, thing: { type: "number", number: e164(written) } }];
  });
}

/** "+" and digits, or digits alone where the country is not said. @param {string} written */
export function e164(written) {
  const digits = written.replace(/\(0\)/, "").replace(/\D/g, "");
  if (/^\s*\(?\+/.test(written)) return `+${digits}`;
  return digits.startsWith("00") ? `+${digits.slice(2)}` : digits;
}

/** Whether a number without its country is another with it. @param {string} national @param {string} whole */
export function isNationalFormOf(national, whole) {
  const digits = national.replace(/^0/, "");
  return !national.startsWith("+") && digits.length >= 6 && whole.endsWith(digits);
}

/** A date looks like a number to call. @param {string} text */
export const isDate = (text) => /^(?:19|20)\d\d[-.\/ ](?:0?[1-9]|1[0-2])[-.\/ ](?:0?[1-9]|[12]\d|3[01])$/.test(text);
