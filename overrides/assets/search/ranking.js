// @ts-check
// Which articles answer best: a sum of BM25 over texts, titles and headings, of how well one title or heading covers
// the question, and of how close together its words stand.
import { QUESTION, TITLE } from "./postings.js";

/** @typedef {import("./postings.js").Postings} Postings */
/**
 * @typedef {object} Slot a term of the question, with what it is found by
 * @property {string} term
 * @property {number} start in the question
 * @property {number} end
 * @property {boolean} dense
 * @property {string} word
 * @property {number} run of how many characters without a space it is a part
 * @property {number} [share] how much it counts; a synonym counts less than 1, and not as a part of the question
 * @property {{ name: string | number, postings: Postings, factor: number }[]} parts
 */
/**
 * @typedef {object} Ranking
 * @property {number} article
 * @property {number} score
 * @property {number} share how much of the question it holds, up to 1
 * @property {number} named how nearly one of its titles or headings is the question, up to 1
 */
/** @typedef {{ matched: number, mass: number, kind: number }} Head */

export const WEIGHTS = {
  text: { k1: 0.7, b: 0.65 },
  title: 0.4,
  question: 0.8,
  heading: { k1: 1.2, weight: 0.3 },
  coverage: [5.5, 5.5, 2], // of titles, questions, headings
  word: 2.5,
  character: 0.6,
  characterInHead: 1.5,
  wordInHead: 2.75,
  close: 1,
};

const MOST = 400; // articles that are ranked at least, where so many hold anything

/** What a slot counts for in texts. @param {Slot} slot */
export const inText = ({ term, dense, run }) =>
  !dense ? WEIGHTS.word : term.length === 1 && run > 1 ? WEIGHTS.character : 1;
/** … and in heads: hooks/handrail/search/inverted_index.py has the same numbers. @param {Slot} slot */
const inHead = ({ term, dense }) => (!dense ? WEIGHTS.wordInHead : term.length === 1 ? WEIGHTS.characterInHead : 1);

/** The weight of a term that stands in so many of the articles. @param {number} frequency @param {number} articles */
export const idf = (frequency, articles) => Math.log(1 + (articles - frequency + 0.5) / (frequency + 0.5));

/** The same in heads: a word that is in most texts may be in few titles. hooks/handrail/search/inverted_index.py has the same.
 * @param {Postings} postings @param {number} articles */
function idfInHead({ frequency, named }, articles) {
  if (!named) return idf(frequency, articles);
  const alone = Math.max(0.3, Math.min(1, 40 / articles));
  return alone * idf(named, articles) + (1 - alone) * idf(frequency, articles);
}

/** What a slot is worth where all of it is found. @param {Slot} slot @param {number} articles */
function worth(slot, articles, parts = slot.parts) {
  const values = parts.map(({ postings }) => idfInHead(postings, articles));
  return inHead(slot) * (values.length ? Math.min(...values) : idf(0, articles));
}

/** @param {Slot[]} slots @param {number} articles @param {Float32Array} lengths
 * @param {Float64Array} held is given how much of the question each article holds @returns {Ranking[]} best first */
export function rank(slots, articles, lengths, held = new Float64Array(articles)) {
  const scores = new Float64Array(articles);
  const shares = new Shares(held);
  const named = new Float64Array(articles);
  const covered = new Float64Array(articles);
  /** @type {Map<number, Head>} */
  const heads = new Map();
  let whole = 0;
  for (const slot of slots) if (slot.share === undefined) whole += worth(slot, articles);
  slots.forEach((slot, number) => {
    for (const part of slot.parts) {
      const { postings, factor } = part;
      const share = (slot.share ?? 1) * factor;
      addText(postings, share * inText(slot) * idf(postings.frequency, articles), lengths, scores);
      addHeads(postings, share * inHead(slot) * idfInHead(postings, articles), heads, scores);
      shares.add(postings, share * worth(slot, articles, [part]), number);
    }
  });
  for (const [head, { matched: part, mass, kind }] of heads) {
    const article = head >> 8;
    const near = (part / Math.max(mass, part)) * Math.min(1, part / whole);
    covered[article] = Math.max(covered[article], WEIGHTS.coverage[kind] * part * near);
    named[article] = Math.max(named[article], near);
  }
  /** @type {Ranking[]} */
  const rankings = [];
  let least = 0;
  for (let article = 0; article < articles; article++) {
    const score = scores[article] + covered[article];
    held[article] = Math.min(1, held[article] / whole);
    if (score > least) rankings.push({ article, score, share: held[article], named: named[article] });
    if (rankings.length === 2 * MOST) least = rankings.sort(better).splice(MOST)[0].score;
  }
  return rankings.sort(better);
}

/** @param {Ranking} one @param {Ranking} other */
export const better = (one, other) => other.score - one.score || one.article - other.article;

/** @param {Postings} postings @param {number} weight @param {Float32Array} lengths @param {Float64Array} scores */
function addText({ body, counts }, weight, lengths, scores) {
  const { k1, b } = WEIGHTS.text;
  for (let place = 0; place < body.length; place++) {
    const norm = k1 * (1 - b + b * lengths[body[place]]);
    scores[body[place]] += (weight * (k1 + 1) * counts[place]) / (counts[place] + norm);
  }
}

/** @param {Postings} postings @param {number} weight @param {Map<number, Head>} heads @param {Float64Array} scores */
function addHeads({ heads: found, kinds, masses }, weight, heads, scores) {
  const { k1, weight: share } = WEIGHTS.heading;
  let before = -1;
  let count = 0;
  for (let place = 0; place < found.length; place++) {
    const head = found[place];
    const article = head >> 8;
    const kind = kinds[place];
    if (article !== before) count = 0;
    before = article;
    if (kind === TITLE) scores[article] += WEIGHTS.title * weight;
    else if (kind === QUESTION) scores[article] += WEIGHTS.question * weight;
    else {
      const gain = (count + 1) / (count + 1 + k1) - count / (count + k1);
      scores[article] += share * weight * (k1 + 1) * gain;
      count += 1;
    }
    const known = heads.get(head);
    if (known) known.matched += weight;
    else heads.set(head, { matched: weight, mass: masses[place], kind });
  }
}

/** How much of the question each article holds. Of what one slot may mean, only the best counts. */
class Shares {
  /** @param {Float64Array} held */
  constructor(held) {
    this.held = held;
    this.slot = new Int32Array(held.length).fill(-1);
    this.best = new Float64Array(held.length);
  }

  /** @param {Postings} postings @param {number} weight @param {number} slot */
  add({ body, heads }, weight, slot) {
    for (const article of body) this.raise(article, weight, slot);
    for (const head of heads) this.raise(head >> 8, weight, slot);
  }

  /** @param {number} article @param {number} weight @param {number} slot */
  raise(article, weight, slot) {
    const before = this.slot[article] === slot ? this.best[article] : 0;
    if (weight <= before) return;
    this.held[article] += weight - before;
    this.best[article] = weight;
    this.slot[article] = slot;
  }
}
