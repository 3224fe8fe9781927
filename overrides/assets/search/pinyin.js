// @ts-check
// Pinyin: Chinese typed as its sounds, also with the last syllable unfinished or a letter wrong, or as initials only.
import { idf } from "./ranking.js";
import { shardKey } from "./shards.js";

/** @typedef {import("./inverted_index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("./ranking.js").QueryTerm} QueryTerm */
/** @typedef {{ word: QueryTerm, syllables: string[] }} PinyinWord an unfinished syllable ends in `*`, one that may be in `?` */

const INITIALS = "-"; // prefix of such terms; hooks/handrail/search/inverted_index.py has the same
const MAX_STORED_INITIALS = 3;
const POSSIBLE_INITIALS = /^[a-z]{2,6}$/;
const MIN_CHARACTERS = 200; // of an index in Chinese
const MIN_MISTYPED = 5; // letters
const ALPHABET = "abcdefghijklmnopqrstuvwxyz";

/** The syllables of a word, if it is pinyin. @param {string} letters @param {InvertedIndex} index
 * @param {boolean} isLast whether it may be unfinished */
export function syllablesOf(letters, index, isLast) {
  const { pronunciation } = index.manifest;
  const isOpen = isLast && index.isComplete;
  const syllables = pronunciation.split(letters);
  if (!syllables) return isOpen ? pronunciation.split(letters, true) : undefined;
  return isOpen ? [...syllables.slice(0, -1), `${syllables.at(-1)}?`] : syllables;
}

/** The character pairs that pinyin stands for; none where no pair sounds so.
 * @param {PinyinWord[]} words @param {InvertedIndex} index @returns {Promise<QueryTerm[]>} */
export async function matchPinyin(words, index) {
  const typed = words.flatMap(({ word, syllables }) => syllables.map((syllable) => ({ word, syllable })));
  /** @type {QueryTerm[]} */
  const pairs = [];
  for (let position = 1; position < typed.length; position++) {
    const [first, second] = [typed[position - 1], typed[position]];
    pairs.push({
      ...first.word,
      end: second.word.end,
      term: `${first.syllable} ${second.syllable}`,
      unspaced: true,
      runLength: typed.length,
      matches: await pronouncedPairs(first.syllable, second.syllable, index),
    });
  }
  return pairs.some(({ matches }) => matches.length) ? pairs : [];
}

/** The pairs that sound so. Where titles, questions or headings have some, those are meant; else those in them that the
 * second syllable may be the beginning of, too. None counts more than the most common one: a rare one is hardly meant.
 * @param {string} first syllable @param {string} second @param {InvertedIndex} index
 * @returns {Promise<QueryTerm["matches"]>} */
async function pronouncedPairs(first, second, index) {
  const { pronunciation } = index.manifest;
  const seconds = pronunciation.pronounced(second);
  const keys = pronunciation
    .pronounced(first)
    .flatMap((one) => seconds.map((two) => shardKey(pronunciation, one, two)));
  await index.loadKeys(keys);
  const pairs = index.matches(keys);
  const highest = Math.max(...pairs.map(({ postings }) => postings.frequency));
  for (const pair of pairs) pair.factor = idf(highest, index.articles) / idf(pair.postings.frequency, index.articles);
  const inShortFields = pairs.filter(({ postings }) => postings.shortFrequency);
  if (inShortFields.length) return inShortFields;
  if (!second.endsWith("?")) return pairs;
  const begun = await pronouncedPairs(first, second.replace("?", "*"), index);
  return [...pairs, ...begun.filter(({ postings }) => postings.shortFrequency)];
}

/** The terms of a word that may be initials of a title, question or heading. A complete index tells by itself what they
 * stand for; a large one has terms for them.
 * @param {QueryTerm} queryTerm @param {InvertedIndex} index @returns {Promise<QueryTerm[]>} */
export async function matchInitials(queryTerm, index) {
  const { word } = queryTerm;
  const length = index.isComplete ? word.length : MAX_STORED_INITIALS;
  /** @type {QueryTerm[]} */
  const queryTerms = [];
  for (let start = 0; start === 0 || start + length <= word.length; start++) {
    const key = INITIALS + word.slice(start, start + length);
    await index.loadKeys([key]);
    const postings = index.isComplete ? await initialsPostings(word, index) : index.get(key);
    if (!postings) return [];
    queryTerms.push({ ...queryTerm, term: key, matches: [{ key, postings, factor: 1 }] });
  }
  return queryTerms;
}

/** The short fields with a pair for every two initials. @param {string} word @param {InvertedIndex} index */
async function initialsPostings(word, index) {
  if (!POSSIBLE_INITIALS.test(word) || !isChinese(index)) return undefined;
  /** @type {Map<number, { kind: number, norm: number, ends: string }> | undefined} by short field; `ends` are the last
   * characters so far */
  let fields;
  for (let start = 1; start < word.length && fields?.size !== 0; start++) {
    /** @type {typeof fields} */
    const withPair = new Map();
    for (const { key, postings } of await pronouncedPairs(`${word[start - 1]}*`, `${word[start]}*`, index)) {
      const [first, second] = index.term(key);
      postings.shortFields.forEach((field, position) => {
        if (fields && !fields.get(field)?.ends.includes(first)) return;
        const { kinds, norms } = postings;
        const ends = (withPair.get(field)?.ends ?? "") + second;
        withPair.set(field, { kind: kinds[position], norm: norms[position], ends });
      });
    }
    fields = withPair;
  }
  const sorted = [...fields].sort(([a], [b]) => a - b);
  const frequency = new Set(sorted.map(([field]) => field >> 8)).size;
  return frequency && {
    articles: [],
    counts: [],
    shortFields: sorted.map(([field]) => field),
    kinds: sorted.map(([, { kind }]) => kind),
    norms: sorted.map(([, { norm }]) => norm),
    frequency,
    shortFrequency: frequency,
  };
}

/** The syllables of a word that is pinyin but for one letter wrong, missing, extra or swapped with the next. All pairs
 * of them are in the index, if possible often. @param {string} word @param {InvertedIndex} index @param {boolean} isLast
 * @returns {Promise<string[]>} none where no word is near */
export async function mendedSyllables(word, index, isLast) {
  if (word.length < MIN_MISTYPED || !index.isComplete || !/^[a-z]+$/.test(word) || !isChinese(index)) return [];
  /** @type {string[]} */
  let best = [];
  let bestFrequency = 0;
  for (const letters of new Set(mistakesUndone(word))) {
    const syllables = syllablesOf(letters, index, isLast) ?? [];
    if (syllables.length < 2 || syllables.length > word.length / 2) continue;
    if (best.length && syllables.length > best.length) continue;
    const frequency = await leastFrequency(syllables, index);
    if (frequency && (syllables.length < best.length || frequency > bestFrequency)) {
      [best, bestFrequency] = [syllables, frequency];
    }
  }
  return best;
}

/** @param {string} word */
function* mistakesUndone(word) {
  for (let position = 1; position <= word.length; position++) {
    const [before, after] = [word.slice(0, position), word.slice(position)];
    if (after) yield before + after.slice(1);
    if (after.length > 1) yield before + after[1] + after[0] + after.slice(2);
    for (const letter of ALPHABET) {
      yield before + letter + after;
      if (after) yield before + letter + after.slice(1);
    }
  }
}

/** The frequency of the rarest pair of some syllables. @param {string[]} syllables @param {InvertedIndex} index */
async function leastFrequency(syllables, index) {
  let least = Infinity;
  for (let position = 1; position < syllables.length && least; position++) {
    const pairs = await pronouncedPairs(syllables[position - 1], syllables[position], index);
    least = Math.min(least, Math.max(0, ...pairs.map(({ postings }) => postings.frequency)));
  }
  return least;
}

/** @param {InvertedIndex} index */
const isChinese = (index) => index.manifest.pronunciation.characters.length >= MIN_CHARACTERS;
