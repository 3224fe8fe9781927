// @ts-check
// From text to the terms it is found by. hooks/handrail/search/analyzer.py does exactly the same.
import { DENSE, NOTHING, SEPARATOR } from "./character_table.js";
import { stem } from "./stemmer.js";

/** @typedef {import("./character_table.js").Alphabet} Alphabet */
/**
 * @typedef {object} Token a term where it stands in a text
 * @property {string} term
 * @property {number} start in UTF-16 units, as the text itself counts
 * @property {number} end
 * @property {string} word the folded letters that the term was made of
 * @property {boolean} dense whether it is of a text without spaces
 */

const LONGEST = 40;

/** The tokens of a text in their order; of a run of dense characters: a, ab, b, bc, c.
 * @param {string} text @param {Alphabet} alphabet @returns {Token[]} */
export function analyze(text, alphabet) {
  const { classes, folds } = alphabet;
  /** @type {Token[]} */
  const tokens = [];
  let kind = SEPARATOR;
  let word = "";
  let letters = 0;
  let start = 0;
  let end = 0;
  /** @type {Token | undefined} the dense character before */
  let before;

  const finish = () => {
    if (letters) tokens.push({ term: stem(word), start, end, word, dense: false });
    letters = 0;
    word = "";
  };
  /** @param {number} point @param {number} from @param {number} to */
  const take = (point, from, to) => {
    const now = classes[point];
    if (now === NOTHING) return;
    if (now !== kind) {
      finish();
      before = undefined;
      kind = now;
    }
    if (now === SEPARATOR) return;
    const letter = String.fromCodePoint(point);
    if (now === DENSE) {
      if (before) {
        const pair = before.term + letter;
        tokens.push({ term: pair, start: before.start, end: to, word: pair, dense: true });
      }
      before = { term: letter, start: from, end: to, word: letter, dense: true };
      tokens.push(before);
      return;
    }
    if (!letters) start = from;
    if (letters < LONGEST) word += letter;
    letters += 1;
    end = to;
  };

  for (let place = 0; place < text.length; ) {
    const point = /** @type {number} */ (text.codePointAt(place));
    const next = place + (point > 0xffff ? 2 : 1);
    const folded = folds.get(point);
    if (folded === undefined) take(point, place, next);
    else for (const part of folded) take(part, place, next);
    place = next;
  }
  finish();
  return tokens;
}
