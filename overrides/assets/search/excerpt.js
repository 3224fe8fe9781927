// @ts-check
// What of an article is shown to a reader who asked: its title, its best sections, a few lines of each, and what matched.
import { analyze } from "./analyzer.js";

/** @typedef {import("./alphabet.js").Alphabet} Alphabet */
/** @typedef {import("./index.js").Text} Text */
/** @typedef {[start: number, end: number]} Range in UTF-16 units of the text beside it */
/** @typedef {{ start: number, end: number, weight: number, term: string, shown: boolean }} Hit */
/** @typedef {Map<string, { weight: number, shown: boolean }>} Wanted the terms of a question, and whether marks show them */
/**
 * @typedef {object} Section
 * @property {string} heading empty for what stands before the first heading
 * @property {string} anchor
 * @property {string} teaser
 * @property {Range[]} headingMarks
 * @property {Range[]} teaserMarks
 */

const MOST_SECTIONS = 3;
const WIDTH = 150;
const LEAD = 24;

/** @param {Text} text @param {Wanted} wanted @param {Alphabet} alphabet */
export function excerpt([, , title, summary, parts], wanted, alphabet) {
  const found = parts.map(([heading, anchor, body]) => {
    const named = hits(heading, wanted, alphabet);
    const inside = hits(body, wanted, alphabet);
    return { heading, anchor, body, named, inside, value: value(named) * 1.5 + value(inside) };
  });
  const best = Math.max(0, ...found.map((part) => part.value));
  const chosen = found
    .filter((part) => part.value > 0 && part.value >= best * 0.5)
    .sort((one, other) => other.value - one.value)
    .slice(0, MOST_SECTIONS);
  const sections = chosen.map(({ heading, anchor, body, named, inside }) => ({
    heading,
    anchor,
    headingMarks: marks(named),
    ...teaser(body, inside),
  }));
  return { title, titleMarks: marks(hits(title, wanted, alphabet)), summary, sections };
}

/** @param {string} text @param {Wanted} wanted @param {Alphabet} alphabet @returns {Hit[]} */
export function hits(text, wanted, alphabet) {
  /** @type {Hit[]} */
  const found = [];
  for (const { term, start, end } of analyze(text, alphabet)) {
    const known = wanted.get(term);
    if (known) found.push({ start, end, term, ...known });
  }
  return found;
}

/** What different terms are worth together. @param {Hit[]} found */
function value(found) {
  /** @type {Set<string>} */
  const seen = new Set();
  let sum = 0;
  for (const { term, weight } of found) {
    if (!seen.has(term)) sum += weight;
    seen.add(term);
  }
  return sum;
}

/** The hits that show, as ranges that do not touch. @param {Hit[]} found @returns {Range[]} */
export function marks(found) {
  /** @type {Range[]} */
  const ranges = [];
  for (const { start, end, shown } of found) {
    if (!shown) continue;
    const last = ranges[ranges.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else ranges.push([start, end]);
  }
  return ranges;
}

/** The lines of a text with most of what was asked. @param {string} text @param {Hit[]} found */
function teaser(text, found) {
  let from = 0;
  let most = 0;
  for (let first = 0; first < found.length; first++) {
    const begin = found[first].start;
    let sum = 0;
    const seen = new Set();
    for (let next = first; next < found.length && found[next].end <= begin + WIDTH - LEAD; next++) {
      if (!seen.has(found[next].term)) sum += found[next].weight;
      seen.add(found[next].term);
    }
    if (sum > most * 1.0001) [most, from] = [sum, begin];
  }
  const start = startOfExcerpt(text, from);
  const end = ending(text, start);
  const before = start > 0 ? "…" : "";
  const shift = before.length - start;
  const inside = marks(found.filter((hit) => hit.start >= start && hit.end <= end));
  return {
    teaser: before + text.slice(start, end) + (end < text.length ? "…" : ""),
    teaserMarks: inside.map(([one, other]) => /** @type {Range} */ ([one + shift, other + shift])),
  };
}

/** A good place to begin, at most LEAD before: after a full stop, else after a space or comma. @param {string} text
 * @param {number} from */
function startOfExcerpt(text, from) {
  if (from <= LEAD) return 0;
  const before = text.slice(from - LEAD, from);
  const stop = Math.max(...Array.from("。！？\n", (sign) => before.lastIndexOf(sign)), before.lastIndexOf(". ") + 1);
  const pause = Math.max(...Array.from("，；、, ", (sign) => before.lastIndexOf(sign)));
  const place = from - LEAD + (stop > 0 ? stop : pause) + 1;
  return afterSurrogate(text, place);
}

/** Where so many columns are full; ideographs take two. @param {string} text @param {number} start */
function ending(text, start) {
  let columns = 0;
  let place = start;
  while (place < text.length && columns < WIDTH) columns += text.charCodeAt(place++) > 0x2e7f ? 2 : 1;
  return afterSurrogate(text, place);
}

/** @param {string} text @param {number} place */
const afterSurrogate = (text, place) => ((text.charCodeAt(place) & 0xfc00) === 0xdc00 ? place + 1 : place);
