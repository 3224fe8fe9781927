// @ts-check
// What hides an address in a text, taken off: width, invisible characters, brackets around dots, spaces between letters.
import { MappedText } from "./mapped_text.js";

const INVISIBLE = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]/g;
/** @type {[RegExp, (match: RegExpMatchArray) => string][]} */
const STEPS = [
  [/[^\0-\x7f]\p{M}*|[\0-\x7f]\p{M}+/gu, ([text]) => text.normalize("NFKC")],
  [INVISIBLE, () => ""],
  [/(?<=[A-Za-z0-9])[。．](?=[A-Za-z0-9])/g, () => "."],
  [/[\[({<]\s*(?:\.|dot|点|點)\s*[\])}>]/gi, () => "."],
  [/[\[({<]\s*(?:@|at)\s*[\])}>]/gi, () => "@"],
  [/[\[({<]\s*([:\/-]+)\s*[\])}>]/g, ([, signs]) => signs],
  [/\bhxxp/gi, () => "http"],
  [/(?<!\S)(?:\S\s){4,}\S(?!\S)/g, ([spaced]) => spaced.replace(/\s/g, "")],
  [/(?<=[\p{L}\p{N}]) +(?:\.|dot +) *(?=[\p{L}\p{N}])/giu, () => "."],
];

/** @param {string} text */
export const normalized = (text) =>
  STEPS.reduce((mapped, [pattern, rewrite]) => mapped.replace(pattern, rewrite), new MappedText(text));
