// @ts-check
// What the guard's findings mean for the contact form.
import { inspect, mask } from "../secrets/guard.js";

/**
 * @typedef {object} Verdict
 * @property {boolean} isBlocked whether it must leave the page at once
 * @property {string[]} unexplained 64 hex digits of which the reader must say what they are
 * @property {boolean} isWarned
 * @property {string[]} masks the rules by which something is masked
 * @property {string} text with everything masked that must be
 */

/** Hex digits as they are compared: without prefix, spaces and capitals. @param {string} text */
const normalizeHash = (text) => text.replace(/\s/g, "").replace(/^0x/i, "").toLowerCase();

/** The digits that the reader confirmed to be hashes. They are kept in this page's memory alone. */
export class ConfirmedHashes {
  /** @type {Set<string>} */
  #hashes = new Set();

  /** @param {string} text */
  add(text) {
    this.#hashes.add(normalizeHash(text));
  }

  /** @param {string} text */
  has(text) {
    return this.#hashes.has(normalizeHash(text));
  }

  clear() {
    this.#hashes.clear();
  }
}

/** @param {string} text @param {string} kind of the field @param {ConfirmedHashes} hashes @returns {Verdict} */
export function checkSecrets(text, kind, hashes) {
  const findings = inspect(text, { field: kind === "transaction_hash" ? "hash" : "" });
  const withAction = (/** @type {string} */ action) => findings.filter((finding) => finding.action === action);
  return {
    isBlocked: withAction("block").length > 0,
    unexplained: withAction("ask").map(({ start, end }) => text.slice(start, end)).filter((digits) => !hashes.has(digits)),
    isWarned: withAction("warn").length > 0,
    masks: [...new Set(withAction("mask").map(({ rule }) => rule))],
    text: mask(text, findings),
  };
}

/** Which of several answers hold a secret that only shows when they are read one after the other.
 * @param {string[]} texts @returns {number[]} their indexes */
export function splitSecrets(texts) {
  const starts = texts.map((_, index) => texts.slice(0, index).reduce((sum, text) => sum + text.length + 1, 0));
  const split = inspect(texts.join("\n")).flatMap(({ action, start, end }) => {
    const parts = [...texts.keys()].filter((at) => start < starts[at] + texts[at].length && end > starts[at]);
    return action === "block" || (action === "ask" && parts.length > 1) ? parts : [];
  });
  return [...new Set(split)].sort((a, b) => a - b);
}
