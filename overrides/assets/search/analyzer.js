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
 * @property {string[]} [parts] those of a word in camelCase
 * @property {boolean} unspaced whether it belongs to a script written without spaces
 */

const MAX_WORD_LENGTH = 40;
const MIN_PART_LENGTH = 3; // of each part of a word in camelCase: iPhone and TxID are one word each
const SIGNED_LETTER = /^[a-z](#|\+\+?)$/; // names like C# and C++: words of their own
const THOUSANDS = /^[0-9],[0-9]{3}(?![0-9])/;
const groupsThousands = (/** @type {string} */ text, /** @type {number} */ position) =>
  text[position] === "," && position > 0 && THOUSANDS.test(text.slice(position - 1, position + 5));
const isUpper = (/** @type {number} */ code) => code > 0x40 && code < 0x5b;
const isLower = (/** @type {number} */ code) => code > 0x60 && code < 0x7b;

/** The tokens of a text in order. A run of unspaced characters gives single characters and pairs: a, ab, b, bc, c.
 * @param {string} text @param {CharacterTable} characterTable
 * @param {boolean} [withParts] whether the parts of words in camelCase are tokens, too: an index has them
 * @returns {Token[]} */
export function analyze(text, characterTable, withParts = false) {
  const { classes, folds } = characterTable;
  /** @type {Token[]} */
  const tokens = [];
  let runClass = SEPARATOR;
  let word = "";
  /** @type {{ start: number, from: number }[]} where parts of the word begin, in it and in the text */
  let parts = [];
  let start = 0;
  let end = 0;
  /** @type {Token | undefined} the preceding character of an unspaced run */
  let previous;

  const finishWord = () => {
    if (word) tokens.push(...wordTokens(word.replace(/^(.)\+$/, "$1"), start, end, parts, withParts));
    word = "";
    parts = [];
  };
  /** @param {number} codePoint @param {number} from @param {number} to */
  const take = (codePoint, from, to) => {
    const characterClass = classes[codePoint];
    if (characterClass === IGNORED) return;
    const character = String.fromCodePoint(codePoint);
    if (characterClass === SEPARATOR && SIGNED_LETTER.test(word + character)) {
      word += character;
      if (character === "#" || word.endsWith("++")) end = to;
      runClass = SEPARATOR;
      return;
    }
    if (characterClass !== runClass || characterClass === SEPARATOR) {
      finishWord();
      previous = undefined;
      runClass = characterClass;
    }
    if (characterClass === SEPARATOR) return;
    if (characterClass === UNSPACED) {
      if (previous) {
        const pair = previous.term + character;
        tokens.push({ term: pair, start: previous.start, end: to, word: pair, unspaced: true });
      }
      previous = { term: character, start: from, end: to, word: character, unspaced: true };
      tokens.push(previous);
      return;
    }
    if (!word) start = from;
    else if (isUpper(text.charCodeAt(from)) && isLower(text.charCodeAt(from - 1))) parts.push({ start: word.length, from });
    word += character;
    end = to;
  };

  for (let position = 0; position < text.length; ) {
    const codePoint = /** @type {number} */ (text.codePointAt(position));
    const next = position + (codePoint > 0xffff ? 2 : 1);
    const folded = folds.get(codePoint);
    if (folded) for (const part of folded) take(part, position, next);
    else if (!groupsThousands(text, position)) take(codePoint, position, next);
    position = next;
  }
  finishWord();
  return tokens;
}

/** The token of a word, and those of its parts. @param {string} word @param {number} start @param {number} end
 * @param {{ start: number, from: number }[]} humps @param {boolean} withParts @returns {Token[]} */
function wordTokens(word, start, end, humps, withParts) {
  const cut = word.slice(0, MAX_WORD_LENGTH);
  const token = { term: stem(cut), start, end, word: cut, unspaced: false };
  if (!humps.length) return [token];
  const ends = [...humps, { start: word.length, from: end }];
  const parts = [{ start: 0, from: start }, ...humps].map((hump, number) => {
    const part = word.slice(hump.start, ends[number].start);
    const shown = part.slice(0, MAX_WORD_LENGTH);
    return { term: stem(shown), start: hump.from, end: ends[number].from, word: shown, unspaced: false };
  });
  if (parts.some((part) => part.word.length < MIN_PART_LENGTH)) return [token];
  return withParts ? [token, ...parts] : [{ ...token, parts: parts.map((part) => part.word) }];
}
