// @ts-check
// Recent searches: stored on this device alone, and only where the site's configuration turns them on. What could be a
// secret is not stored.
import { readStored, writeStored } from "../shared/storage.js";
import { isHarmless } from "./harmless_query.js";

const STORAGE_KEY = "recent-searches";
const MAX_RECENT = 5;

/** @returns {string[]} newest first */
export function recentSearches() {
  try {
    return JSON.parse(readStored(STORAGE_KEY) ?? "[]").filter((/** @type {unknown} */ query) => typeof query === "string");
  } catch {
    return [];
  }
}

/** @param {string} query */
export function recordSearch(query) {
  if (!isHarmless(query)) return;
  const queries = [query, ...recentSearches().filter((other) => other !== query)].slice(0, MAX_RECENT);
  writeStored(STORAGE_KEY, JSON.stringify(queries));
}

export function clearRecentSearches() {
  writeStored(STORAGE_KEY, "[]");
}
