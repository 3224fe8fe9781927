// @ts-check
// What of an article is shown to a reader who asked: its title, its best sections, a few lines of each, and what matched.
import { densest } from "./term_positions.js";

/** @typedef {import("./index_files.js").Text} Text */
/** @typedef {import("./term_positions.js").Hit} Hit */
/** @typedef {import("./term_positions.js").Reading} Reading */
/** @typedef {import("./term_positions.js").Wanted} Wanted */
/** @typedef {[start: number, end: number]} Range in UTF-16 units of the text beside it */
/**
 * @typedef {object} Section
 * @property {string} heading empty for what stands before the first heading
 * @property {string} anchor
 * @property {string} teaser
 * @property {Range[]} headingMarks
 * @property {Range[]} teaserMarks
 */

const MOST_SECTIONS = 3;
const HEADING_COUNTS = 1.5;
const WIDTH = 150; // columns of a teaser; an ideograph takes two
const LEAD = 24; // characters of them that may come before what matched

/** @param {Text} text @param {Reading} reading its terms @param {Wanted} wanted */
export function excerpt([, , title, summary, parts], reading, wanted) {
  const found = parts.map(([heading, anchor, body], number) => {
    const named = reading.hits(2 * number + 1, wanted);
    const inside = reading.hits(2 * number + 2, wanted);
    return { heading, anchor, body, named, inside, value: value(named) * HEADING_COUNTS + value(inside) };
  });
  const best = Math.max(0, ...found.map((part) => part.value));
  const chosen = found
    .filter((part) => part.value > 0 && part.value >= best / 2)
    .sort((one, other) => other.value - one.value)
    .slice(0, MOST_SECTIONS);
  const sections = chosen.map(({ heading, anchor, body, named, inside }) => ({
    heading,
    anchor,
    headingMarks: marks(named),
    ...teaser(body, inside),
  }));
  return { title, titleMarks: marks(reading.hits(0, wanted)), summary, sections };
}

/** What different terms are worth together. @param {Hit[]} found */
function value(found) {
  /** @type {Map<string, number>} */
  const weights = new Map(found.map(({ term, weight }) => [term, weight]));
  return [...weights.values()].reduce((sum, weight) => sum + weight, 0);
}

/** The hits that show, as ranges that do not touch. @param {Hit[]} found @returns {Range[]} */
function marks(found) {
  /** @type {Range[]} */
  const ranges = [];
  for (const { start, end, shown } of found) {
    if (!shown) continue;
    const last = ranges.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else ranges.push([start, end]);
  }
  return ranges;
}

/** The lines of a text with most of what was asked. @param {string} text @param {Hit[]} found */
function teaser(text, found) {
  const { at } = densest(found, (WIDTH - LEAD * 2) / 2, WIDTH - LEAD);
  const start = startOfExcerpt(text, at);
  const end = ending(text, start);
  const before = start > 0 ? "…" : "";
  const shift = before.length - start;
  const inside = marks(found.filter((hit) => hit.start >= start && hit.end <= end));
  return {
    teaser: before + text.slice(start, end) + (end < text.length ? "…" : ""),
    teaserMarks: inside.map(([one, other]) => /** @type {Range} */ ([one + shift, other + shift])),
  };
}

/** A good place to begin, at most LEAD before: after a full stop, else after a comma or space. @param {string} text
 * @param {number} at */
function startOfExcerpt(text, at) {
  if (at <= LEAD) return 0;
  const before = text.slice(at - LEAD, at);
  const stop = Math.max(...Array.from("。！？\n", (sign) => before.lastIndexOf(sign)), before.lastIndexOf(". ") + 1);
  const pause = Math.max(...Array.from("，；、, ", (sign) => before.lastIndexOf(sign)));
  return afterSurrogate(text, at - LEAD + (stop > 0 ? stop : pause) + 1);
}

/** Where so many columns are full. @param {string} text @param {number} start */
function ending(text, start) {
  let columns = 0;
  let place = start;
  while (place < text.length && columns < WIDTH) columns += text.charCodeAt(place++) > 0x2e7f ? 2 : 1;
  return afterSurrogate(text, place);
}

/** @param {string} text @param {number} place */
const afterSurrogate = (text, place) => ((text.charCodeAt(place) & 0xfc00) === 0xdc00 ? place + 1 : place);
