// @ts-check
// Which articles answer best: BM25 over texts, titles and headings, plus how well one title or heading covers the query.

/** @typedef {import("./inverted_index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("./manifest.js").Weights} Weights */
/** @typedef {import("./postings.js").Postings} Postings */
/**
 * @typedef {object} QueryTerm a term of the query, with what it matches
 * @property {string} term
 * @property {number} start in the query
 * @property {number} end
 * @property {boolean} unspaced
 * @property {string} word
 * @property {string[]} [parts] those of a word in camelCase
 * @property {number} runLength of the run of unspaced characters that it is a part of
 * @property {number} [synonymWeight] of one that was not typed: less than 1, and no part of the query
 * @property {{ key: string | number, postings: Postings, factor: number }[]} matches
 */
/**
 * @typedef {object} Ranking
 * @property {number} article
 * @property {number} score
 * @property {number} share how much of the query it holds, up to 1
 * @property {number} titleMatch how nearly one of its titles or headings is the query, up to 1
 */
/** @typedef {{ matched: number, norm: number, kind: number }} FieldMatch */

const MAX_RANKED = 400; // articles that are sorted at least, where so many match

/** @param {QueryTerm} queryTerm @param {Weights} weights */
export const weightInText = ({ term, unspaced, runLength }, { text }) =>
  !unspaced ? text.word : term.length === 1 && runLength > 1 ? text.character : 1;
/** @param {QueryTerm} queryTerm @param {Weights} weights */
export const weightInShortFields = ({ term, unspaced }, { short }) =>
  !unspaced ? short.word : term.length === 1 ? short.character : 1;

/** The weight of a term that stands in `frequency` of the articles. @param {number} frequency @param {number} articles */
export const idf = (frequency, articles) => Math.log(1 + (articles - frequency + 0.5) / (frequency + 0.5));

/** The same in short fields: a word in most texts may be in few titles. hooks/handrail/search/inverted_index.py computes
 * it alike. @param {Postings} postings @param {number} articles @param {Weights} weights */
function idfInShortFields({ frequency, shortFrequency }, articles, { short }) {
  if (!shortFrequency) return idf(frequency, articles);
  const ownShare = Math.max(short.own_idf, Math.min(1, short.own_idf_articles / articles));
  return ownShare * idf(shortFrequency, articles) + (1 - ownShare) * idf(frequency, articles);
}

/** The weight of a term in the query. @param {QueryTerm} queryTerm @param {InvertedIndex} index */
function weightInQuery(queryTerm, { articles, manifest: { weights } }, matches = queryTerm.matches) {
  const idfs = matches.map(({ postings }) => idfInShortFields(postings, articles, weights));
  return weightInShortFields(queryTerm, weights) * (idfs.length ? Math.min(...idfs) : idf(0, articles));
}

/** @param {QueryTerm[]} queryTerms @param {InvertedIndex} index @returns {Ranking[]} best first */
export function rank(queryTerms, index) {
  const { articles, manifest } = index;
  const { weights } = manifest;
  const scores = new Float64Array(articles);
  const shares = new Float64Array(articles);
  const queryShares = new QueryShares(shares);
  const titleMatches = new Float64Array(articles);
  const coverage = new Float64Array(articles);
  /** @type {Map<number, FieldMatch>} by short field */
  const fieldMatches = new Map();
  let total = 0;
  for (const queryTerm of queryTerms) {
    if (queryTerm.synonymWeight === undefined) total += weightInQuery(queryTerm, index);
  }
  queryTerms.forEach((queryTerm, number) => {
    for (const match of queryTerm.matches) {
      const { postings } = match;
      const factor = (queryTerm.synonymWeight ?? 1) * match.factor;
      const textWeight = factor * weightInText(queryTerm, weights) * idf(postings.frequency, articles);
      addText(postings, textWeight, manifest, scores);
      const shortIdf = idfInShortFields(postings, articles, weights);
      const shortWeight = factor * weightInShortFields(queryTerm, weights) * shortIdf;
      addShortFields(postings, shortWeight, weights, fieldMatches, scores);
      queryShares.add(postings, factor * weightInQuery(queryTerm, index, [match]), number);
    }
  });
  for (const [field, { matched, norm, kind }] of fieldMatches) {
    const article = field >> 8;
    const titleMatch = (matched / Math.max(norm, matched)) * Math.min(1, matched / total);
    coverage[article] = Math.max(coverage[article], weights.coverage[kind] * matched * titleMatch);
    titleMatches[article] = Math.max(titleMatches[article], titleMatch);
  }
  /** @type {Ranking[]} */
  const rankings = [];
  let least = 0;
  for (let article = 0; article < articles; article++) {
    const score = scores[article] + coverage[article];
    const share = Math.min(1, shares[article] / total);
    if (score > least) rankings.push({ article, score, share, titleMatch: titleMatches[article] });
    if (rankings.length === 2 * MAX_RANKED) least = rankings.sort(byScore).splice(MAX_RANKED)[0].score;
  }
  return rankings.sort(byScore);
}

/** @param {Ranking} a @param {Ranking} b */
export const byScore = (a, b) => b.score - a.score || a.article - b.article;

/** @param {Postings} postings @param {number} weight @param {import("./manifest.js").Manifest} manifest
 * @param {Float64Array} scores */
function addText({ articles, counts }, weight, { lengths, weights }, scores) {
  const { k1, b } = weights.text;
  articles.forEach((article, position) => {
    const lengthNorm = k1 * (1 - b + b * lengths[article]);
    scores[article] += (weight * (k1 + 1) * counts[position]) / (counts[position] + lengthNorm);
  });
}

/** @param {Postings} postings @param {number} weight @param {Weights} weights
 * @param {Map<number, FieldMatch>} fieldMatches @param {Float64Array} scores */
function addShortFields({ shortFields, kinds, norms }, weight, weights, fieldMatches, scores) {
  let previous = -1;
  let counts = [0, 0, 0, 0];
  shortFields.forEach((field, position) => {
    const article = field >> 8;
    const kind = kinds[position];
    if (article !== previous) counts = [0, 0, 0, 0];
    previous = article;
    const count = counts[kind]++;
    const k1 = weights.field_k1[kind];
    const gain = (k1 * (k1 + 1)) / ((count + k1) * (count + k1 + 1)); // 1 for the first, less for each further one
    scores[article] += weights.field[kind] * weight * gain;
    const known = fieldMatches.get(field);
    if (known) known.matched += weight;
    else fieldMatches.set(field, { matched: weight, norm: norms[position], kind });
  });
}

/** Adds up how much of the query each article holds. Of the matches of one term, only the best counts. */
class QueryShares {
  /** @param {Float64Array} shares */
  constructor(shares) {
    this.shares = shares;
    this.term = new Int32Array(shares.length).fill(-1);
    this.best = new Float64Array(shares.length);
  }

  /** @param {Postings} postings @param {number} weight @param {number} term its number in the query */
  add({ articles, shortFields }, weight, term) {
    for (const article of articles) this.raise(article, weight, term);
    for (const field of shortFields) this.raise(field >> 8, weight, term);
  }

  /** @param {number} article @param {number} weight @param {number} term */
  raise(article, weight, term) {
    const counted = this.term[article] === term ? this.best[article] : 0;
    if (weight <= counted) return;
    this.shares[article] += weight - counted;
    this.best[article] = weight;
    this.term[article] = term;
  }
}
