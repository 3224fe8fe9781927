// @ts-check
// How a finished message gets from the page to a channel: the links, filled in as far as each of them bears.
import { traces } from "./wallet_address.js";

/**
 * @typedef {object} Way
 * @property {string} way a name of hooks/handrail/channels/prefill.py; empty where a link cannot be filled in
 * @property {string} base the link before anything is filled in; empty where there is none
 * @property {number} limit characters that the whole link may have
 * @property {[detail: string, field: string][]} fields which field of a form takes which detail
 */
/**
 * @typedef {object} Finished
 * @property {string} subject
 * @property {string} text
 * @property {string} short what stands in the link where the text is too long for it
 * @property {Map<string, string>} answers by the ids of details
 */
/** @typedef {"" | "filled" | "draft" | "short" | "paste"} Says what a reader must know of the link */

/** The link with the message in it, or with as much as it bears. @param {Way} way @param {Finished} finished
 * @returns {{ href: string, says: Says }} */
export function filled(way, finished) {
  const { base, limit } = way;
  if (!base) return { href: "", says: "paste" };
  for (const text of [finished.text, finished.short]) {
    const parameters = asked(way, { ...finished, text });
    if (!parameters) break;
    const href = base + (base.includes("?") ? "&" : "?") + parameters.map(([name, value]) => `${name}=${encode(value)}`).join("&");
    if (href.length > limit) continue;
    return { href, says: text !== finished.text ? "short" : way.way === "mailto" ? "draft" : "filled" };
  }
  return { href: base, says: "paste" };
}

/** @param {Way} way @param {Finished} finished @returns {[string, string][] | null} null where nothing may be filled in */
function asked({ way, fields }, { subject, text, answers }) {
  switch (way) {
    case "mailto":
      return [["subject", subject], ["body", text.replace(/\r?\n/g, "\r\n")]];
    case "x_dm":
    case "telegram":
      return [["text", text]];
    case "github_issue": // strangers read it
      return traces(text).length ? null : [["title", subject], ["body", text]];
    case "zendesk_form":
      return [
        ["tf_subject", subject],
        ["tf_description", text],
        ...fields.map(([detail, field]) => /** @type {[string, string]} */ ([`tf_${field}`, answers.get(detail) ?? ""])),
      ];
    default:
      return null;
  }
}

/** As RFC 6068 and every form read it: %20 for a space. Half a character, as a cut leaves it, becomes a question mark.
 * @param {string} text */
function encode(text) {
  const whole = Array.from(text, (one) => (/^[\ud800-\udfff]$/.test(one) ? "?" : one)).join("");
  return encodeURIComponent(whole).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}
