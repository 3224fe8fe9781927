// @ts-check
// Keeps what was searched for in vain, on this device alone, until the tab is closed or its reader has it forgotten.
// What could be a secret that was pasted into the box is not kept.
import { remember } from "../shared/storage.js";
import { inVain, VAIN, VAIN_MOST } from "./failed_searches.js";

const SHORTEST_PHRASE = 12; // the words or the characters that the shortest recovery phrase has
const UNITS = /\p{Script=Han}|[^\p{Script=Han}\P{L}]+/gu;
const KEY_OR_NUMBER = /[0-9a-z]{20}|\d{4}/i;

/** Whether a question may be kept: one that is no longer than a question, without keys, codes and numbers. @param {string} query */
const isHarmless = (query) => (query.match(UNITS)?.length ?? SHORTEST_PHRASE) < SHORTEST_PHRASE && !KEY_OR_NUMBER.test(query);

/** @param {string} query that found nothing */
export function recordVain(query) {
  if (!isHarmless(query)) return;
  const kept = [query, ...inVain().filter((other) => other !== query)].slice(0, VAIN_MOST);
  remember(VAIN, JSON.stringify(kept), "sessionStorage");
}

export function forgetVain() {
  remember(VAIN, "[]", "sessionStorage");
}
