// @ts-check
// What follows for the page from what the guard finds.
import { inspect, mask } from "../secrets/guard.js";

/**
 * @typedef {object} Verdict
 * @property {boolean} isBlocked whether it must leave the page at once
 * @property {string[]} asked 64 hex digits of which the reader must say what they are
 * @property {boolean} isWarned
 * @property {string[]} masks the rules by which something is hidden
 * @property {string} text with everything hidden that must be
 */

/** Hex digits as they are compared: without their prefix, spaces and capitals. @param {string} text */
const digits = (text) => text.replace(/\s/g, "").replace(/^0x/i, "").toLowerCase();

/** The hashes that the reader has vouched for. They are kept in this page's memory alone. */
export class Vouched {
  /** @type {Set<string>} */
  #known = new Set();

  /** @param {string} text */
  add(text) {
    this.#known.add(digits(text));
  }

  /** @param {string} text */
  has(text) {
    return this.#known.has(digits(text));
  }

  clear() {
    this.#known.clear();
  }
}

/** @param {string} text @param {string} kind that of the detail @param {Vouched} vouched @returns {Verdict} */
export function judge(text, kind, vouched) {
  const findings = inspect(text, { field: kind === "transaction_hash" ? "hash" : "" });
  const found = (/** @type {string} */ action) => findings.filter((one) => one.action === action);
  return {
    isBlocked: found("block").length > 0,
    asked: found("ask").map(({ start, end }) => text.slice(start, end)).filter((one) => !vouched.has(one)),
    isWarned: found("warn").length > 0,
    masks: [...new Set(found("mask").map(({ rule }) => rule))],
    text: mask(text, findings),
  };
}

/** Which of several answers hold a secret that only shows when they are read one after the other.
 * @param {string[]} texts @returns {number[]} their places */
export function split(texts) {
  const starts = texts.map((_, place) => texts.slice(0, place).reduce((sum, text) => sum + text.length + 1, 0));
  const blocked = inspect(texts.join("\n")).filter(({ action }) => action === "block");
  return texts.flatMap((text, place) =>
    blocked.some(({ start, end }) => start < starts[place] + text.length && end > starts[place]) ? [place] : [],
  );
}
