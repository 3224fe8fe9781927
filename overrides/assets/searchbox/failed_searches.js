// @ts-check
// What was searched for in vain, as a tab keeps it until it is closed: its reader may put it into a message to support.
import { recall } from "../shared/storage.js";

export const VAIN = "searched-in-vain";
export const VAIN_MOST = 3;

/** @returns {string[]} newest first */
export function inVain() {
  try {
    const kept = JSON.parse(recall(VAIN, "sessionStorage") ?? "[]");
    return kept.filter((/** @type {unknown} */ query) => typeof query === "string").slice(0, VAIN_MOST);
  } catch {
    return []; // something else stands there
  }
}
