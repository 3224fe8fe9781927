// @ts-check
// Keeps from a search server what may be the beginning of a secret. The guard knows a recovery phrase once it is whole;
// who types one has typed eleven of its words before, and a server that gets each of them has the phrase.
import { normalize } from "../secrets/normalization.js";
import { pattern } from "../secrets/rules.js";
import { listsOfRuns } from "../secrets/word_runs.js";
import { chinese } from "../secrets/wordlists.js";
import { wordsOf } from "../secrets/words.js";

/** Words of a list in a row. So few of twelve tell nothing, and questions have hardly more. */
const MAX_WORDS = 3;
/** Characters of a run that may be a phrase, and the mean place in the list from which they are none of a sentence. */
const CHARACTERS = { least: 6, rarity: 550 };
const NUMBERS_OR_KEY = /@|(?:\d\D*){5}|(?=[a-z]*\d)[\da-z]{10}|[\da-z]{20}/i;

/** @param {string} query */
export function mayBecomeSecret(query) {
  const normalized = normalize(query);
  if (NUMBERS_OR_KEY.test(query) || NUMBERS_OR_KEY.test(normalized.lower)) return true;
  if (listsOfRuns(wordsOf(normalized).map(({ lists }) => lists), MAX_WORDS + 1)) return true;
  return Array.from(normalized.lower.matchAll(pattern("han")), ([run]) => run).some(isRare);
}

/** Whether characters are all of one list, and too rare to be a sentence. @param {string} run */
function isRare(run) {
  if (run.length < CHARACTERS.least) return false;
  return chinese().some((list) => {
    const places = Array.from(run, (character) => list.get(character) ?? NaN);
    return places.reduce((sum, place) => sum + place, 0) / places.length >= CHARACTERS.rarity;
  });
}
