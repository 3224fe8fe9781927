// @ts-check
// Finds the articles that fit a description best. The page has no network: it knows titles and questions, no index.

/** @typedef {{ id: string, title: string, url: string, types: string[], summary: string, questions: string[] }} KnownArticle */

const DENSE_SCRIPTS = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+/g;
const TITLE_WEIGHT = 2;
/** For articles of the chosen issue type. */
const SAME_TYPE_FACTOR = 1.3;
/** Below this the words are too common to say anything. */
const MIN_SCORE = 2.5;
const MAX_SUGGESTIONS = 4;

/** Pairs of characters, and words without their endings. @param {string} text @returns {string[]} */
export function terms(text) {
  const plain = text.normalize("NFKC").toLowerCase();
  const pairs = (plain.match(DENSE_SCRIPTS) ?? []).flatMap((run) =>
    run.length < 2 ? [run] : Array.from({ length: run.length - 1 }, (_, start) => run.slice(start, start + 2)),
  );
  const words = plain.replace(DENSE_SCRIPTS, " ").match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return [...pairs, ...words.map((word) => (word.length > 4 ? word.replace(/(?:ing|ed|es|s|'s|e)$/, "") : word))];
}

/** A text followed by the synonyms of its words. @param {string} text @param {string[][]} groups words that mean the same */
function withSynonyms(text, groups) {
  const plain = ` ${text.normalize("NFKC").toLowerCase()} `;
  const contains = (/** @type {string} */ word) => plain.includes(/^[a-z0-9]/i.test(word) ? ` ${word.toLowerCase()}` : word.toLowerCase());
  return [text, ...groups.filter((words) => words.some(contains)).flat()].join("\n");
}

/** Prepares a search for articles by a description. @param {KnownArticle[]} articles
 * @param {string[][]} groups words that mean the same */
export function articleMatcher(articles, groups) {
  const weighted = articles.map((article) => {
    /** @type {Map<string, number>} */
    const weights = new Map();
    for (const text of [article.summary, ...article.questions]) for (const term of terms(text)) weights.set(term, 1);
    for (const term of terms(article.title)) weights.set(term, TITLE_WEIGHT);
    return { article, weights };
  });
  /** @type {Map<string, number>} in how many articles a term occurs */
  const frequency = new Map();
  for (const { weights } of weighted) for (const term of weights.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);

  /** The best first. @param {string} text @param {string} type of the issue @returns {KnownArticle[]} */
  return (text, type) => {
    const searched = [...new Set(terms(withSynonyms(text, groups)))];
    return weighted
      .map(({ article, weights }) => {
        let score = 0;
        for (const term of searched) {
          const weight = weights.get(term);
          if (weight) score += weight * Math.log((1 + weighted.length) / (frequency.get(term) ?? 1));
        }
        return { article, score: article.types.includes(type) ? score * SAME_TYPE_FACTOR : score };
      })
      .filter(({ score }) => score >= MIN_SCORE)
      .sort((a, b) => b.score - a.score)
      .slice(0, MAX_SUGGESTIONS)
      .map(({ article }) => article);
  };
}
