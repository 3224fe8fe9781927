// @ts-check
// The finished message, in the order an agent needs. hooks/handrail/contact/message.py makes the one to fill in by hand.
import { traces } from "./wallet_address.js";

/**
 * @typedef {object} Answer
 * @property {string} id
 * @property {string} label in every language of the message
 * @property {string} text
 * @property {boolean} isPrivate whether it stays out of what strangers read
 * @property {boolean} isLong
 */
/**
 * @typedef {object} Words what a message says besides the answers
 * @property {string} about the label of what it is about
 * @property {string} read the label of the article that was read
 * @property {string} searched the label of what was searched for in vain
 * @property {string} leftOut
 */

/** All but the last lines, which are the page's own words and speak of keys.
 * @param {{ about: string, read: string, searched: string, answers: Answer[] }} told @param {Words} words @param {boolean} isPublic
 * whether strangers can read it
 */
export function compose({ about, read, searched, answers }, words, isPublic) {
  const lines = [`${words.about}: ${about}`];
  if (read) lines.push(`${words.read}: ${read}`);
  if (searched) lines.push(`${words.searched}: ${isPublic ? withoutTraces(searched) : searched}`);
  for (const { label, text, isPrivate, isLong } of answers) {
    if (!text) continue;
    if (isPublic && isPrivate) lines.push(`${label}: ${words.leftOut}`);
    else lines.push(`${label}:${isLong ? "\n" : " "}${isPublic ? withoutTraces(text) : text}`);
  }
  return lines.join("\n");
}

/** A text without what leads strangers to a wallet. @param {string} text */
export function withoutTraces(text) {
  let rest = "";
  let at = 0;
  for (const [start, end] of traces(text)) {
    rest += `${text.slice(at, start)}•••`;
    at = end;
  }
  return rest + text.slice(at);
}
