// @ts-check
// What rules.yml says: what follows from each rule, and what they look for. See hooks/handrail/secrets/rules.py.
import { rules } from "./wordlist_data.js";

/** @type {Map<string, RegExp>} */
const patterns = new Map();

/** A pattern with its words filled in, for matchAll. @param {string} name @returns {RegExp} */
export function pattern(name) {
  let known = patterns.get(name);
  if (!known) {
    let text = rules.patterns[name].replaceAll("{ordinal}", rules.patterns.ordinal);
    for (const meaning of Object.keys(rules.words)) text = text.replaceAll(`{${meaning}}`, anyOf(meaning));
    known = new RegExp(text, "g");
    patterns.set(name, known);
  }
  return known;
}

/** Whether a pattern is somewhere in a text. @param {string} name @param {string} text */
export function contains(name, text) {
  return text.search(pattern(name)) >= 0;
}

/**
 * Any of the words of a meaning. Words in Latin letters are whole words, except between others.
 * @param {string} meaning
 */
function anyOf(meaning) {
  const words = Object.values(rules.words[meaning]).flat();
  words.sort((a, b) => b.length - a.length);
  const isLatin = (/** @type {string} */ word) => !/[^\0-\x7f]/.test(word);
  const latin = words.filter(isLatin).map((word) => word.replaceAll(" ", "[ _-]?")).join("|");
  const others = words.filter((word) => !isLatin(word)).join("|");
  return meaning === "between" ? `(?:${latin}|${others})` : `(?:(?:^|[^a-z])(?:${latin})(?![a-z])|${others})`;
}
