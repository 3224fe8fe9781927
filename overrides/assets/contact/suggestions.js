// @ts-check
// Which articles come nearest to a description. The page has no network: it knows titles and questions, no index.

/** @typedef {{ id: string, title: string, url: string, types: string[], summary: string, questions: string[] }} Known */

const DENSE_SCRIPTS = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+/g;
const TITLE_WEIGHT = 2;
/** What an article of the chosen issue type is worth more. */
const KIN = 1.3;
/** Below this the words are too common to say anything. */
const LEAST = 2.5;
const MOST = 3;

/** Pairs of characters, and words without their endings. @param {string} text @returns {string[]} */
export function terms(text) {
  const plain = text.normalize("NFKC").toLowerCase();
  const pairs = (plain.match(DENSE_SCRIPTS) ?? []).flatMap((run) =>
    run.length < 2 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
  const words = plain.replace(DENSE_SCRIPTS, " ").match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return [...pairs, ...words.map((word) => (word.length > 4 ? word.replace(/(?:ing|ed|es|s|'s|e)$/, "") : word))];
}

/** What a text says, and what means the same. @param {string} text @param {string[][]} groups words that mean the same */
function meant(text, groups) {
  const plain = ` ${text.normalize("NFKC").toLowerCase()} `;
  const said = (/** @type {string} */ word) => plain.includes(/^[a-z0-9]/i.test(word) ? ` ${word.toLowerCase()}` : word.toLowerCase());
  return [text, ...groups.filter((words) => words.some(said)).flat()].join("\n");
}

/** Compares descriptions with the articles. @param {Known[]} articles @param {string[][]} groups */
export function comparer(articles, groups) {
  const held = articles.map((article) => {
    /** @type {Map<string, number>} */
    const weights = new Map();
    for (const text of [article.summary, ...article.questions]) for (const term of terms(text)) weights.set(term, 1);
    for (const term of terms(article.title)) weights.set(term, TITLE_WEIGHT);
    return { article, weights };
  });
  /** @type {Map<string, number>} in how many articles a term stands */
  const spread = new Map();
  for (const { weights } of held) for (const term of weights.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);

  /** The nearest, the best first. @param {string} text @param {string} type that of the issue @returns {Known[]} */
  return (text, type) => {
    const wanted = [...new Set(terms(meant(text, groups)))];
    return held
      .map(({ article, weights }) => {
        let score = 0;
        for (const term of wanted) {
          const weight = weights.get(term);
          if (weight) score += weight * Math.log((1 + held.length) / (spread.get(term) ?? 1));
        }
        return { article, score: article.types.includes(type) ? score * KIN : score };
      })
      .filter(({ score }) => score >= LEAST)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({ article }) => article);
  };
}
