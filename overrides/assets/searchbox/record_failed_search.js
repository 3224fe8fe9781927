// @ts-check
// Stores failed searches on this device alone, until the tab is closed or its reader deletes them. What could be a
// secret, pasted into the box, is not stored.
import { FAILED_SEARCHES, failedSearches, MAX_FAILED_SEARCHES } from "../shared/failed_searches.js";
import { writeStored } from "../shared/storage.js";

const SHORTEST_PHRASE = 12; // words or Chinese characters of the shortest recovery phrase
const UNITS = /\p{Script=Han}|[^\p{Script=Han}\P{L}]+/gu;
const KEY_OR_NUMBER = /[0-9a-z]{20}|\d{4}/i;

/** Whether a query is as short as a question, without keys, codes and numbers. @param {string} query */
const isHarmless = (query) => (query.match(UNITS)?.length ?? SHORTEST_PHRASE) < SHORTEST_PHRASE && !KEY_OR_NUMBER.test(query);

/** @param {string} query that found nothing */
export function recordFailedSearch(query) {
  if (!isHarmless(query)) return;
  const queries = [query, ...failedSearches().filter((other) => other !== query)].slice(0, MAX_FAILED_SEARCHES);
  writeStored(FAILED_SEARCHES, JSON.stringify(queries), "sessionStorage");
}

export function clearFailedSearches() {
  writeStored(FAILED_SEARCHES, "[]", "sessionStorage");
}
