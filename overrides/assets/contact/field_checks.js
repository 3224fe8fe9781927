// @ts-check
// What can be said of an answer by its kind. It explains; it never refuses: what looks wrong may be right.
import { isChecked, networkOf } from "./wallet_address.js";

/** @typedef {import("./wallet_address.js").Network} Network */
/** @typedef {"address" | "checksum" | "network" | "transaction_hash" | "prefix" | "amount" | "time" | "version"} Wrong */

const HASH = /^(0x)?[0-9a-f]{64}$/i;
/** A hash at the end of the address of a block explorer. */
const LINKED = /^https:\/\/\S+[/=#](?:0x)?[0-9a-f]{64}\/?$/i;
const DATE = /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}/;
const HOUR = /\d{1,2}\s*[:：点點時时h]\s*\d{0,2}/i;
const OFFSET = /(?:UTC|GMT|[Tt ]?\d)\s*[+\-−–]\s*\d{1,2}(?::?\d{2})?\b|UTC|GMT|\dZ\b/i;

/**
 * What an answer looks wrong in; empty where nothing does, or nothing can be said. `network` is the one that was chosen.
 * @param {string} kind @param {string} text @param {Network | ""} network @returns {Wrong | ""}
 */
export function lookWrong(kind, text, network) {
  if (!text || isSaying(text)) return "";
  switch (kind) {
    case "address":
      return wrongAddress(text, network);
    case "transaction_hash":
      return wrongHash(text, network);
    case "amount":
    case "version":
      return /\p{N}/u.test(text) ? "" : kind;
    case "time":
      return DATE.test(text) && HOUR.test(text.replace(DATE, " ")) && OFFSET.test(text.replace(DATE, " ")) ? "" : "time";
    default:
      return "";
  }
}

/** Whether somebody says in words that they have none. Every kind of answer but words has digits. @param {string} text */
const isSaying = (text) => !/\p{N}/u.test(text) && /^[\p{L}\p{M}\s.,，。'’]+$/u.test(text) && text.length < 24;

/** @param {string} text @param {Network | ""} chosen @returns {Wrong | ""} */
function wrongAddress(text, chosen) {
  const network = networkOf(text);
  if (!network) return "address";
  if (!isChecked(text)) return "checksum";
  return chosen && chosen !== network ? "network" : "";
}

/** @param {string} text @param {Network | ""} network @returns {Wrong | ""} */
function wrongHash(text, network) {
  if (LINKED.test(text)) return "";
  const match = HASH.exec(text);
  if (!match) return "transaction_hash";
  if (network && Boolean(match[1]) !== (network === "ethereum")) return "prefix";
  return "";
}

/** The present time as a reader would write it, with the offset of their clock: 2026-11-20 14:05 UTC+8. @param {Date} now */
export function written(now) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const minutes = -now.getTimezoneOffset();
  const rest = Math.abs(minutes) % 60;
  const offset = `UTC${minutes < 0 ? "-" : "+"}${Math.floor(Math.abs(minutes) / 60)}${rest ? `:${two(rest)}` : ""}`;
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())} ${offset}`;
}
