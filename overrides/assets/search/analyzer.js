// @ts-check
// From text to the terms it is indexed under. hooks/handrail/search/analyzer.py does exactly the same.
import { IGNORED, SEPARATOR, UNSPACED } from "./character_table.js";
import { stem } from "./stemmer.js";

/** @typedef {import("./character_table.js").CharacterTable} CharacterTable */
/**
 * @typedef {object} Token a term with its position in a text
 * @property {string} term
 * @property {number} start in UTF-16 units of the original text
 * @property {number} end
 * @property {string} word the folded letters, before stemming
 * @property {boolean} unspaced whether it belongs to a script written without spaces
 */

const MAX_WORD_LENGTH = 40;

/** The tokens of a text in order. A run of unspaced characters gives single characters and pairs: a, ab, b, bc, c.
 * @param {string} text @param {CharacterTable} characterTable @returns {Token[]} */
export function analyze(text, characterTable) {
  const { classes, folds } = characterTable;
  /** @type {Token[]} */
  const tokens = [];
  let runClass = SEPARATOR;
  let word = "";
  let letters = 0;
  let start = 0;
  let end = 0;
  /** @type {Token | undefined} the preceding character of an unspaced run */
  let previous;

  const finishWord = () => {
    if (letters) tokens.push({ term: stem(word), start, end, word, unspaced: false });
    letters = 0;
    word = "";
  };
  /** @param {number} codePoint @param {number} from @param {number} to */
  const take = (codePoint, from, to) => {
    const characterClass = classes[codePoint];
    if (characterClass === IGNORED) return;
    if (characterClass !== runClass) {
      finishWord();
      previous = undefined;
      runClass = characterClass;
    }
    if (characterClass === SEPARATOR) return;
    const character = String.fromCodePoint(codePoint);
    if (characterClass === UNSPACED) {
      if (previous) {
        const pair = previous.term + character;
        tokens.push({ term: pair, start: previous.start, end: to, word: pair, unspaced: true });
      }
      previous = { term: character, start: from, end: to, word: character, unspaced: true };
      tokens.push(previous);
      return;
    }
    if (!letters) start = from;
    if (letters < MAX_WORD_LENGTH) word += character;
    letters += 1;
    end = to;
  };

  for (let position = 0; position < text.length; ) {
    const codePoint = /** @type {number} */ (text.codePointAt(position));
    const next = position + (codePoint > 0xffff ? 2 : 1);
    const folded = folds.get(codePoint);
    if (folded === undefined) take(codePoint, position, next);
    else for (const part of folded) take(part, position, next);
    position = next;
  }
  finishWord();
  return tokens;
}
