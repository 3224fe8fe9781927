// @ts-check
// The searches of this tab that found nothing, until it is closed: their reader may put them into a message to support.
import { readStored } from "./storage.js";

export const FAILED_SEARCHES = "failed-searches";
export const MAX_FAILED_SEARCHES = 3;

/** @returns {string[]} newest first */
export function failedSearches() {
  try {
    const stored = JSON.parse(readStored(FAILED_SEARCHES, "sessionStorage") ?? "[]");
    return stored.filter((/** @type {unknown} */ query) => typeof query === "string").slice(0, MAX_FAILED_SEARCHES);
  } catch {
    return []; // something else is stored
  }
}
