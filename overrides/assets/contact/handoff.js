// @ts-check
// Takes a finished message from the page to a channel: links, filled in as far as each of them allows.
import { findTraces } from "./wallet_address.js";

/**
 * @typedef {object} Handoff
 * @property {string} method a name of hooks/handrail/channels/prefill.py; empty where a link cannot be filled in
 * @property {string} base the link before anything is filled in; empty where there is none
 * @property {number} limit characters that the whole link may have
 * @property {[detail: string, field: string][]} fields which field of a form takes which detail
 */
/**
 * @typedef {object} Message
 * @property {string} subject
 * @property {string} text
 * @property {string} short what the link holds where the text is too long for it
 * @property {Map<string, string>} answers by the ids of details
 */
/** @typedef {"" | "filled" | "draft" | "short" | "paste"} LinkNote what a reader must know of the link */

/** The link with the message in it, or with as much as it can hold. @param {Handoff} handoff @param {Message} message
 * @returns {{ href: string, note: LinkNote }} */
export function fillLink(handoff, message) {
  const { base, limit, method } = handoff;
  if (!base) return { href: "", note: "paste" };
  for (const text of [message.text, message.short]) {
    const parameters = linkParameters(handoff, { ...message, text });
    if (!parameters) break;
    const query = parameters.map(([name, value]) => `${name}=${encode(value)}`).join("&");
    const href = base + (base.includes("?") ? "&" : "?") + query;
    if (href.length > limit) continue;
    return { href, note: text !== message.text ? "short" : method === "mailto" ? "draft" : "filled" };
  }
  return { href: base, note: "paste" };
}

/** @param {Handoff} handoff @param {Message} message @returns {[string, string][] | null} null where nothing may be filled in */
function linkParameters({ method, fields }, { subject, text, answers }) {
  switch (method) {
    case "mailto":
      return [["subject", subject], ["body", text.replace(/\r?\n/g, "\r\n")]];
    case "x_dm":
    case "telegram":
      return [["text", text]];
    case "github_issue": // strangers read it
      return findTraces(text).length ? null : [["title", subject], ["body", text]];
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
  const whole = Array.from(text, (character) => (/^[\ud800-\udfff]$/.test(character) ? "?" : character)).join("");
  return encodeURIComponent(whole).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
