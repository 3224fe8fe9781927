// @ts-check
// Stores failed searches on this device alone, until the tab is closed or its reader deletes them. What could be a
// secret, pasted into the box, is not stored.
import { FAILED_SEARCHES, failedSearches, MAX_FAILED_SEARCHES } from "../shared/failed_searches.js";
import { writeStored } from "../shared/storage.js";
import { isHarmless } from "./harmless_query.js";

/** @param {string} query that found nothing */
export function recordFailedSearch(query) {
  if (!isHarmless(query)) return;
  const queries = [query, ...failedSearches().filter((other) => other !== query)].slice(0, MAX_FAILED_SEARCHES);
  writeStored(FAILED_SEARCHES, JSON.stringify(queries), "sessionStorage");
}

export function clearFailedSearches() {
  writeStored(FAILED_SEARCHES, "[]", "sessionStorage");
}
