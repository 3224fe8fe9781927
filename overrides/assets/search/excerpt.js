// @ts-check
// What a reader sees of an article that matched: its title, its best sections, a teaser of each, and the marked words.
import { densestWindow } from "./term_positions.js";

/** @typedef {import("./index_files.js").ArticleText} ArticleText */
/** @typedef {import("./term_positions.js").Hit} Hit */
/** @typedef {import("./term_positions.js").TermPositions} TermPositions */
/** @typedef {import("./term_positions.js").SoughtTerms} SoughtTerms */
/** @typedef {[start: number, end: number]} Range in UTF-16 units of the text next to it */
/**
 * @typedef {object} Section
 * @property {string} heading empty for the text before the first heading
 * @property {string} anchor
 * @property {string} teaser
 * @property {Range[]} headingMarks
 * @property {Range[]} teaserMarks
 */

const MAX_SECTIONS = 3;
const HEADING_FACTOR = 1.5;
const TEASER_COLUMNS = 150; // an ideograph takes two
const MAX_LEAD = 24; // characters of a teaser before its first match

/** @param {ArticleText} text @param {TermPositions} positions of its terms @param {SoughtTerms} soughtTerms */
export function excerpt([, , title, summary, sections], positions, soughtTerms) {
  const scored = sections.map(([heading, anchor, body], number) => {
    const headingHits = positions.hits(2 * number + 1, soughtTerms);
    const bodyHits = positions.hits(2 * number + 2, soughtTerms);
    const score = weightOf(headingHits) * HEADING_FACTOR + weightOf(bodyHits);
    return { heading, anchor, body, headingHits, bodyHits, score };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const chosen = scored
    .filter(({ score }) => score > 0 && score >= best / 2)
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_SECTIONS)
    .map(({ heading, anchor, body, headingHits, bodyHits }) => ({
      heading,
      anchor,
      headingMarks: marks(headingHits),
      ...teaser(body, bodyHits),
    }));
  return { title, titleMarks: marks(positions.hits(0, soughtTerms)), summary, sections: chosen };
}

/** The weight of the different terms among some hits. @param {Hit[]} hits */
function weightOf(hits) {
  /** @type {Map<string, number>} */
  const weights = new Map(hits.map(({ term, weight }) => [term, weight]));
  return [...weights.values()].reduce((sum, weight) => sum + weight, 0);
}

/** The marked hits, joined where they touch. @param {Hit[]} hits @returns {Range[]} */
function marks(hits) {
  /** @type {Range[]} */
  const ranges = [];
  for (const { start, end, isMarked } of hits) {
    if (!isMarked) continue;
    const last = ranges.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else ranges.push([start, end]);
  }
  return ranges;
}

/** The lines of a text that hold most of the query. @param {string} text @param {Hit[]} hits */
function teaser(text, hits) {
  const { start: firstHit } = densestWindow(hits, (TEASER_COLUMNS - MAX_LEAD * 2) / 2, TEASER_COLUMNS - MAX_LEAD);
  const start = teaserStart(text, firstHit);
  const end = teaserEnd(text, start);
  const prefix = start > 0 ? "…" : "";
  const shift = prefix.length - start;
  const shownHits = hits.filter((hit) => hit.start >= start && hit.end <= end);
  return {
    teaser: prefix + text.slice(start, end) + (end < text.length ? "…" : ""),
    teaserMarks: marks(shownHits).map(([from, to]) => /** @type {Range} */ ([from + shift, to + shift])),
  };
}

/** At most MAX_LEAD before the first hit: after a full stop, else after a comma or space. @param {string} text
 * @param {number} firstHit */
function teaserStart(text, firstHit) {
  if (firstHit <= MAX_LEAD) return 0;
  const lead = text.slice(firstHit - MAX_LEAD, firstHit);
  const stop = Math.max(...Array.from("。！？\n", (sign) => lead.lastIndexOf(sign)), lead.lastIndexOf(". ") + 1);
  const pause = Math.max(...Array.from("，；、, ", (sign) => lead.lastIndexOf(sign)));
  return afterSurrogate(text, firstHit - MAX_LEAD + (stop > 0 ? stop : pause) + 1);
}

/** Where the columns of a teaser are full. @param {string} text @param {number} start */
function teaserEnd(text, start) {
  let columns = 0;
  let position = start;
  while (position < text.length && columns < TEASER_COLUMNS) columns += text.charCodeAt(position++) > 0x2e7f ? 2 : 1;
  return afterSurrogate(text, position);
}

/** @param {string} text @param {number} position */
const afterSurrogate = (text, position) =>
  (text.charCodeAt(position) & 0xfc00) === 0xdc00 ? position + 1 : position;
