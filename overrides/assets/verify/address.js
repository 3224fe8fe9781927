// @ts-check
// Links and e-mail addresses, read whole as a browser reads them: what stands before an @, after a ? or behind a
// backslash is not what leads anywhere.

/**
 * `url` is null where a browser would open nothing. `isOdd` is true where a link is anything but http or https to a host
 * under its own name. `shield` is what stands before an @ in it, where a hasty reader takes it for the host; before the
 * < > of an e-mail address, likewise.
 * @typedef {{ type: "link", url: URL | null, isOdd: boolean, shield: string }} Link
 * @typedef {{ type: "email", address: string, host: string, shield: string }} Email
 */

const HOST = /^(?:[\p{L}\p{N}\p{M}_](?:[\p{L}\p{N}\p{M}_-]*[\p{L}\p{N}\p{M}_])?\.)+(?:[\p{L}\p{M}]{2,}|xn--[a-z0-9-]+)\.?$/iu;
const MAX_HOST = 253; // characters, RFC 1035
const IP_ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/i;
/** Links that run a program, carry a page in themselves, or are not encrypted. */
const UNSAFE_SCHEME = /^(?:javascript|data|blob|file|intent|vbscript|about|view-source|ftp|wss?):/i;
const EMAIL = /^([^\s@:\/\\?#]+)@([^\s@:\/\\?#]+)$/;
const EMAILS = /[^\s@<>,;:"?&=]+@[^\s@<>,;:"?&=]+/g;

/**
 * What a word of a text leads to, with what it carries in itself. `raw` gives the word from some place on as it was
 * before normalization.
 * @param {string} word @param {(from: number) => string} [raw] @returns {(Link | Email)[]}
 */
export function parseAddress(word, raw = (from) => word.slice(from)) {
  const without = (/** @type {number} */ lead) => parseAddress(word.slice(lead), (from) => raw(lead + from));
  const lead = word.match(/^(?:[^\0-\x7f]+(?=https?:[\/\\])|[^\0-\x7f]+:)/i)?.[0].length;
  if (lead) return without(lead);
  if (/^mailto:/i.test(word)) return parseMailto(word);
  const scheme = word.match(/^([a-z][a-z0-9+.-]*):(?!\d)/i)?.[1] ?? "";
  if (/^https?$/i.test(scheme)) return parseLink(word, raw(0));
  if (UNSAFE_SCHEME.test(word)) return [unreadable];
  const isLabel = !scheme.includes(".") && /^https?:[\/\\]|^(?![\/\\])/i.test(word.slice(scheme.length + 1));
  if (scheme) return isLabel ? without(scheme.length + 1) : [unreadable];
  const email = parseEmail(word.replace(/^[^\0-\x7f]+/, ""));
  if (email) return [email];
  const slashes = /** @type {RegExpMatchArray} */ (word.match(/^[\/\\]*/))[0].length;
  const [authority] = /** @type {RegExpMatchArray} */ (word.slice(slashes).match(/^[^\/\\?#]*/));
  const host = withoutWords(authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d*$/, ""));
  const isHost = HOST.test(host) || IP_ADDRESS.test(host);
  return isHost ? parseLink(`https://${word.slice(slashes)}`, `https://${raw(slashes)}`) : [];
}

/** @type {Link} */
const unreadable = { type: "link", url: null, isOdd: true, shield: "" };

/** A link, and those that it carries. @param {string} text with its scheme @param {string} raw
 * @returns {(Link | Email)[]} */
function parseLink(text, raw) {
  const [start, authority] = /** @type {RegExpMatchArray} */ (text.match(/^https?:[\/\\]*([^\/\\?#]*)/i));
  const url = parse(start.slice(0, start.length - authority.length) + withoutWords(authority) + text.slice(start.length));
  if (!url || url.hostname.length > MAX_HOST) return [unreadable];
  const shield = [url.username, url.password].filter(Boolean).map(decoded).join(":");
  const isOdd = url.port !== "" || authority.includes("%") || text.includes("\\") || differs(parse(text), parse(raw));
  return [{ type: "link", url, isOdd, shield }, ...carried(url).flatMap((link) => parseAddress(link))];
}

/** The links in what follows a host. @param {URL} url */
function carried({ pathname, search, hash }) {
  let rest = pathname + search + hash;
  for (let times = 0; times < 3 && rest.includes("%"); times++) rest = decoded(rest);
  const parts = rest.split(/(?=https?:[\/\\])|(?:^|[=&?#])(?=[\/\\]{2})/i);
  return parts.filter((part) => /^(?:https?:|[\/\\]{2})/i.test(part)).map((part) => part.split(/[&#\s]/)[0]);
}

/** Whether a browser goes elsewhere with the text as it is than with what it says. Where the former is no link, it was
 * made harmless on purpose. @param {URL | null} url @param {URL | null} raw */
function differs(url, raw) {
  return url?.href !== raw?.href && raw !== null && (raw.hostname === url?.hostname || HOST.test(raw.hostname));
}

/** All who would get a letter, whatever stands between. @param {string} word @returns {(Link | Email)[]} */
function parseMailto(word) {
  const text = decoded(decoded(word.slice("mailto:".length)));
  const emails = [...text.matchAll(EMAILS)].flatMap(([address]) => parseEmail(address) ?? []);
  return emails.length ? emails : [unreadable];
}

/** @param {string} text @returns {Email | undefined} */
function parseEmail(text) {
  const [, , host = ""] = text.match(EMAIL) ?? [];
  if (!HOST.test(host)) return undefined;
  return { type: "email", address: text, host: hostOf(parse(`https://${host}`)), shield: "" };
}

/** A host as one compares it. @param {URL | null} url */
export const hostOf = (url) => url?.hostname.replace(/^www\.|\.$/g, "") ?? "";

/** A host without words of a text without spaces that follow it: no ending of a host is half Latin. @param {string} host */
const withoutWords = (host) => host.replace(/(?<=\.[a-z]{2,})[^\0-\x7f]+$/i, "");

/** @param {string} text */
function parse(text) {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
