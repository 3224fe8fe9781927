// @ts-check
// Recent searches: kept on this device alone, and only where the site's configuration asks for it.
import { recall, remember } from "../shared/storage.js";
import { words } from "./strings.js";

const KEY = "recent-searches";
const KEPT = 5;

/** @returns {string[]} newest first */
export function recent() {
  if (!words.recent) return [];
  try {
    return JSON.parse(recall(KEY) ?? "[]").filter((/** @type {unknown} */ query) => typeof query === "string");
  } catch {
    return [];
  }
}

/** @param {string} query */
export function record(query) {
  if (!words.recent) return;
  const kept = [query, ...recent().filter((other) => other !== query)].slice(0, KEPT);
  remember(KEY, JSON.stringify(kept));
}

export function forget() {
  remember(KEY, "[]");
}
