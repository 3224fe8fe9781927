// @ts-check
// Porter's stemmer, step by step as the `lunr` package of the build has it: tests hold the two together.

const VOWELS = "aeiou";
/** Step 2 and 3: an ending and what takes its place where something is left before it. */
const SECOND = couples(
  "ational ate tional tion enci ence anci ance izer ize bli ble alli al entli ent eli e ousli ous ization ize " +
    "ation ate ator ate alism al iveness ive fulness ful ousness ous aliti al iviti ive biliti ble logi log",
);
const THIRD = couples("icate ic ative - alize al iciti ic ical ic ful - ness -");
/** Step 4: endings that go where much is left before them. */
const FOURTH =
  "al ance ence er ic able ible ant ement ment ent sion tion ou ism ate iti ous ive ize".split(" ");

/** @param {string} text @returns {[string, string][]} */
function couples(text) {
  const words = text.split(" ").map((word) => word.replace("-", ""));
  return words.flatMap((word, place) => (place % 2 ? [] : [/** @type {[string, string]} */ ([word, words[place + 1]])]));
}

/** @param {string} word @param {number} place @returns {boolean} */
function consonant(word, place) {
  if (VOWELS.includes(word[place])) return false;
  return word[place] !== "y" || place === 0 || !consonant(word, place - 1);
}

/** How many times a vowel is followed by a consonant. @param {string} word */
function measure(word) {
  let count = 0;
  for (let place = 1; place < word.length; place++) {
    if (consonant(word, place) && !consonant(word, place - 1)) count += 1;
  }
  return count;
}

/** @param {string} word */
const hasVowel = (word) => Array.from(word).some((_, place) => !consonant(word, place));

/** @param {string} word */
const doubled = (word) => word.length > 1 && word.at(-1) === word.at(-2) && consonant(word, word.length - 1);

/** Whether it ends like "hop", but not like "snow". @param {string} word */
function short(word) {
  const last = word.length - 1;
  const shape = last > 1 && consonant(word, last) && !consonant(word, last - 1) && consonant(word, last - 2);
  return shape && !"wxy".includes(word[last]);
}

/** @param {string} word @param {[string, string][]} endings */
function exchange(word, endings) {
  const found = endings.find(([ending]) => word.endsWith(ending));
  if (!found) return word;
  const rest = word.slice(0, -found[0].length);
  return measure(rest) > 0 ? rest + found[1] : word;
}

/** Plurals, -ed and -ing. @param {string} word */
function first(word) {
  if (word.endsWith("sses")) word = word.slice(0, -2);
  else if (word.endsWith("ies")) word = word.slice(0, -2);
  else if (word.endsWith("s") && word.at(-2) !== "s") word = word.slice(0, -1);
  if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const ending = ["ed", "ing"].find((end) => word.endsWith(end) && hasVowel(word.slice(0, -end.length)));
  if (!ending) return word;
  word = word.slice(0, -ending.length);
  if (["at", "bl", "iz"].some((end) => word.endsWith(end))) return word + "e";
  if (doubled(word)) return "lsz".includes(word.at(-1)) ? word : word.slice(0, -1);
  return measure(word) === 1 && short(word) ? word + "e" : word;
}

/** @param {string} word */
function fourth(word) {
  const ending = FOURTH.find((end) => word.endsWith(end));
  if (!ending) return word;
  const rest = word.slice(0, ending.endsWith("ion") ? -3 : -ending.length);
  return measure(rest) > 1 ? rest : word;
}

/** @param {string} word */
function fifth(word) {
  if (word.endsWith("e")) {
    const rest = word.slice(0, -1);
    const left = measure(rest);
    if (left > 1 || (left === 1 && !short(rest))) word = rest;
  }
  return word.endsWith("l") && doubled(word) && measure(word) > 1 ? word.slice(0, -1) : word;
}

/** Short words are not stemmed, so longer ones must be stemmed to them: keys, tries, died, used, adding.
 * @param {string} word @param {string} stem */
function unifyShort(word, stem) {
  const ending = word.slice(stem.length);
  const last = stem.at(-1);
  if (last === "i" && stem.length < 4) {
    if (word[stem.length - 1] === "y") return stem.slice(0, -1) + "y";
    if (ending === "es" || ending === "ed") return stem.length === 3 ? stem.slice(0, -1) + "y" : stem + "e";
  } else if (stem.length === 2 && !VOWELS.includes(last)) {
    if (["es", "ed", "ing"].includes(ending)) return stem + "e";
    if ([last + "ed", last + "ing"].includes(ending)) return stem + last;
  }
  return stem;
}

/** The Arabic article, which is written together with its word, with what stands before it. */
const ARTICLE = /^(?:[\u0648\u0628\u0643\u0641]?\u0627\u0644|\u0644\u0644)(?=.{3})/;
/** @type {Map<string, string>} */
const known = new Map();

/** The stem of a folded English word, and an Arabic one without its article; everything else stays as it is.
 * @param {string} text @returns {string} */
export function stem(text) {
  const word = text.replace(ARTICLE, "");
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let found = known.get(word);
  if (found === undefined) {
    found = first(word);
    if (found.endsWith("y") && hasVowel(found.slice(0, -1))) found = found.slice(0, -1) + "i";
    found = unifyShort(word, fifth(fourth(exchange(exchange(found, SECOND), THIRD))));
    if (known.size > 50000) known.clear();
    known.set(word, found);
  }
  return found;
}
