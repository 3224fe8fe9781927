// @ts-check
// Finds what looks wrong in an answer of a certain kind. It explains and never refuses: what looks wrong may be right.
import { networkOf } from "./wallet_address.js";
import { hasValidChecksum } from "./wallet_checksum.js";

/** @typedef {import("./wallet_address.js").Network} Network */
/** @typedef {"address" | "checksum" | "network" | "transaction_hash" | "prefix" | "amount" | "version"} Problem */

const HASH = /^(0x)?[0-9a-f]{64}$/i;
/** A hash at the end of a block explorer's URL. */
const EXPLORER_URL = /^https:\/\/\S+[/=#](?:0x)?[0-9a-f]{64}\/?$/i;

/**
 * What looks wrong in an answer; empty where nothing does, or nothing can be said. `network` is the chosen one.
 * @param {string} kind @param {string} text @param {Network | ""} network @returns {Problem | ""}
 */
export function findProblem(kind, text, network) {
  if (!text || isStatement(text)) return "";
  switch (kind) {
    case "address":
      return addressProblem(text, network);
    case "transaction_hash":
      return hashProblem(text, network);
    case "amount":
    case "version":
      return /\p{N}/u.test(text) ? "" : kind;
    default:
      return "";
  }
}

/** Whether the answer says in words that there is none. Every kind of answer but words has digits. @param {string} text */
const isStatement = (text) => !/\p{N}/u.test(text) && /^[\p{L}\p{M}\s.,，。'’]+$/u.test(text) && text.length < 24;

/** @param {string} text @param {Network | ""} chosen @returns {Problem | ""} */
function addressProblem(text, chosen) {
  const network = networkOf(text);
  if (!network) return "address";
  if (!hasValidChecksum(text)) return "checksum";
  return chosen && chosen !== network ? "network" : "";
}

/** @param {string} text @param {Network | ""} network @returns {Problem | ""} */
function hashProblem(text, network) {
  if (EXPLORER_URL.test(text)) return "";
  const match = HASH.exec(text);
  if (!match) return "transaction_hash";
  if (network && Boolean(match[1]) !== (network === "ethereum")) return "prefix";
  return "";
}

/** A time with the offset that the reader's clock had then, as in 2026-11-20 14:05 UTC+8. @param {Date} time */
export function formatTime(time) {
  const twoDigits = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const minutes = -time.getTimezoneOffset();
  const rest = Math.abs(minutes) % 60;
  const offset = `UTC${minutes < 0 ? "-" : "+"}${Math.floor(Math.abs(minutes) / 60)}${rest ? `:${twoDigits(rest)}` : ""}`;
  const day = [time.getFullYear(), twoDigits(time.getMonth() + 1), twoDigits(time.getDate())].join("-");
  return `${day} ${twoDigits(time.getHours())}:${twoDigits(time.getMinutes())} ${offset}`;
}
