// @ts-check

const SHORTEST = 11; // words, numbers or Chinese characters of the shortest recovery phrase, if one is left out
const UNITS = /\p{Script=Han}|[^\p{Script=Han}\P{L}]+|\p{N}+/gu;
const GLUED_OR_NUMBER = /[\p{L}\p{N}]{20}|\p{N}{4}/u;
const INVISIBLE = /[\p{Cf}\p{M}]/gu; // among letters, and their marks

/** Whether a query is as short as a question, without keys, codes and numbers, in whatever width and type.
 * @param {string} query */
export function isHarmless(query) {
  const plain = query.normalize("NFKC");
  const glued = plain.replace(INVISIBLE, "");
  return !GLUED_OR_NUMBER.test(glued) && [plain, glued].every((text) => (text.match(UNITS)?.length ?? 0) < SHORTEST);
}
