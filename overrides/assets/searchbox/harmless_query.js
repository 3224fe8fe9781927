// @ts-check

const SHORTEST_PHRASE = 12; // words, numbers or Chinese characters of the shortest recovery phrase
const UNITS = /\p{Script=Han}|[^\p{Script=Han}\P{L}]+|\d+/gu;
const KEY_OR_NUMBER = /[0-9a-z]{20}|\d{4}/i;

/** Whether a query is as short as a question, without keys, codes and numbers. @param {string} query */
export const isHarmless = (query) => (query.match(UNITS)?.length ?? 0) < SHORTEST_PHRASE && !KEY_OR_NUMBER.test(query);
