// @ts-check
// The guard: recognises wallet secrets in text that people type, so that they never leave the reader's hands.
// hooks/handrail/secrets/guard.py runs the same rules on content, and says what was measured and what the guard cannot
// see: pictures, a phrase split over two messages, other word lists.
import { normalize } from "./normalization.js";
import { findChinesePhrases } from "./chinese_phrases.js";
import { findPrivateKeys } from "./private_keys.js";
import { findPersonalData } from "./personal_data.js";
import { findWordPhrases } from "./word_phrases.js";
import { rules } from "./wordlist_data.js";

/**
 * A secret: from `start` to before `end`, in UTF-16 units. It never holds the secret itself. To be ignored is what this
 * site's readers do not hold.
 * @typedef {{ rule: string, action: "block" | "mask" | "warn" | "ask" | "ignore", start: number, end: number }} Finding
 */

const HIDDEN = "•••";

/**
 * All secrets in a text, in order. `field` is "hash" where a transaction hash belongs.
 * Fails closed: whatever goes wrong inside is a finding that blocks.
 * @param {string} text @param {{ field?: string }} [options] @returns {Finding[]}
 */
export function inspect(text, { field = "" } = {}) {
  try {
    if (typeof text !== "string") throw new TypeError("no text");
    const normalized = normalize(text);
    const matches = [
      ...findWordPhrases(normalized),
      ...findChinesePhrases(normalized),
      ...findPrivateKeys(normalized, field),
      ...findPersonalData(normalized),
    ];
    return withoutOverlaps(
      matches.map(([rule, from, to]) => {
        const [start, end] = normalized.span(from, to);
        if (!rules.actions[rule]) throw new Error("a rule without an action");
        return { rule, action: rules.actions[rule], start, end };
      }),
    );
  } catch {
    return [{ rule: "failed", action: "block", start: 0, end: typeof text === "string" ? text.length : 0 }];
  }
}

/** The text with everything hidden that is masked or blocked. @param {string} text @param {Finding[]} findings */
export function mask(text, findings) {
  let masked = "";
  let at = 0;
  for (const { action, start, end } of [...findings].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if ((action !== "block" && action !== "mask") || end <= at) continue;
    if (start >= at) masked += text.slice(at, start) + HIDDEN;
    at = end;
  }
  return masked + text.slice(at);
}

/** One finding for one secret: nothing that overlaps an earlier or a stronger one. @param {Finding[]} findings */
function withoutOverlaps(findings) {
  findings.sort((a, b) => a.start - b.start || b.end - a.end || (a.rule < b.rule ? -1 : Number(a.rule > b.rule)));
  /** @type {Finding[]} */
  let kept = [];
  for (const wanted of ["block", "ask", "warn", "mask"]) {
    kept = merged(kept, findings.filter((finding) => finding.action === wanted));
  }
  return kept;
}

/**
 * `kept` and those of the others that overlap nothing before them, in order.
 * @param {Finding[]} kept @param {Finding[]} others
 */
function merged(kept, others) {
  const result = [];
  let next = 0;
  let end = 0;
  for (const finding of others) {
    for (; next < kept.length && kept[next].start < finding.end; next++) {
      result.push(kept[next]);
      end = Math.max(end, kept[next].end);
    }
    if (finding.start < end) continue;
    result.push(finding);
    end = finding.end;
  }
  return [...result, ...kept.slice(next)];
}
