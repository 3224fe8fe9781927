// @ts-check
// The finished message, in the order an agent needs. hooks/handrail/contact/message.py makes the one to fill in by hand.
import { findTraces } from "./wallet_address.js";

/**
 * @typedef {object} Answer
 * @property {string} id
 * @property {string} label in the language of the message
 * @property {string} text
 * @property {boolean} isPrivate whether it is omitted from what strangers read
 * @property {boolean} isLong
 */
/**
 * @typedef {object} Labels
 * @property {string} about of the issue type
 * @property {string} ruledOut of what a guide ruled out
 * @property {string} read of the article that was read
 * @property {string} searched of the searches that found nothing
 * @property {string} omitted stands for a private answer
 */

/** All but the closing lines, which are the page's own and speak of keys.
 * @param {{ about: string, said: string[], ruledOut: string, read: string, searched: string, answers: Answer[] }} parts
 * @param {Labels} labels
 * @param {boolean} isPublic whether strangers can read it */
export function compose({ about, said, ruledOut, read, searched, answers }, labels, isPublic) {
  const shown = (/** @type {string} */ text) => (isPublic ? withoutTraces(text) : text);
  const lines = [`${labels.about}: ${about}`, ...said];
  if (ruledOut) lines.push(`${labels.ruledOut}: ${ruledOut}`);
  if (read) lines.push(`${labels.read}: ${read}`);
  if (searched) lines.push(`${labels.searched}: ${shown(searched)}`);
  for (const { label, text, isPrivate, isLong } of answers) {
    if (!text) continue;
    if (isPublic && isPrivate) lines.push(`${label}: ${labels.omitted}`);
    else lines.push(`${label}:${isLong ? "\n" : " "}${shown(text)}`);
  }
  return lines.join("\n");
}

/** A text without what leads strangers to a wallet. @param {string} text */
export function withoutTraces(text) {
  let result = "";
  let position = 0;
  for (const [start, end] of findTraces(text)) {
    result += `${text.slice(position, start)}•••`;
    position = end;
  }
  return result + text.slice(position);
}
