// @ts-check
// Finds in a pasted text what somebody gave a reader: links, e-mail addresses, numbers, names of accounts. Links are
// parsed by hand: a browser would silently repair what is odd about them, and that is what gives a false one away.

/**
 * `odd` is true where a link is anything but plain https to a host. `shield` is what stands before an @ in it, where a
 * hasty reader takes it for the host.
 * @typedef {{ type: "link", text: string, host: string, path: string, odd: boolean, shield: string }} Link
 * @typedef {{ type: "email", text: string, host: string }} Email
 * @typedef {{ type: "number", text: string, digits: string }} PhoneNumber
 * @typedef {{ type: "account", text: string, name: string }} Account
 * @typedef {Link | Email | PhoneNumber | Account} Claim
 */

const INVISIBLE = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]/g;
const MAX_CLAIMS = 8;
/** Of so many words the last one may be the name of an account. */
const MAX_NAME_WORDS = 3;
const NUMBER = /(?<![\p{L}\p{N}_])\+?\(?\d(?:[ ().\/–—-]{0,3}\d){4,17}(?![\p{L}\p{N}_])/gu;
const EDGES = /^[\s([{<"'“‘«「『《【,;:!?]+|[\s)\]}>"'”’»」』》】,;:!?.…]+$/gu;
const HOST = /^(?:[\p{L}\p{N}\p{M}_](?:[\p{L}\p{N}\p{M}_-]*[\p{L}\p{N}\p{M}_])?\.)+(?:[\p{L}\p{M}]{2,}|xn--[a-z0-9-]+)\.?$/iu;
const IP_ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/i;
/** Links that run a program, or carry a page in themselves. */
const UNSAFE_SCHEMES = ["javascript", "data", "blob", "file", "intent", "vbscript"];
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]{2,}$/u;

/** The claims in a text, each once, in their order. @param {string} typed @returns {Claim[]} */
export function claims(typed) {
  const text = normalized(typed);
  let result = parse(text);
  if (!result.length || result.every(({ type }) => type === "account")) {
    const joined = parse(text.replace(/\s+/g, ""));
    if (joined.some(({ type }) => type !== "account")) result = joined;
  }
  return [...new Map(result.map((claim) => [JSON.stringify({ ...claim, text: "" }), claim])).values()].slice(0, MAX_CLAIMS);
}

/** A text without what hides an address in it: width, invisible characters, brackets around dots. @param {string} typed */
export function normalized(typed) {
  return typed
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(/(?<=[A-Za-z0-9])[。．](?=[A-Za-z0-9])/g, ".")
    .replace(/[\[({<]\s*(?:\.|dot|点|點)\s*[\])}>]/gi, ".")
    .replace(/[\[({<]\s*(?:@|at)\s*[\])}>]/gi, "@")
    .replace(/[\[({<]\s*([:\/-]+)\s*[\])}>]/g, "$1")
    .replace(/\bhxxp/gi, "http")
    .replace(/(?<=[\p{L}\p{N}]) +(?:\.|dot +) *(?=[\p{L}\p{N}])/giu, ".")
    .trim();
}

/** @param {string} text @returns {Claim[]} */
function parse(text) {
  /** @type {[number, Claim][]} */
  const found = [];
  let rest = "";
  let at = 0;
  for (const piece of text.split(/([\s,;、。<>"“”「」『』《》【】|]+)/u)) {
    const token = piece.replace(EDGES, "");
    const claim = token && /[\p{L}\p{N}]/u.test(token) ? parseAddress(token) : undefined;
    if (claim) found.push([at, claim]);
    rest += claim ? "\0".repeat(piece.length) : piece;
    at += piece.length;
  }
  for (const match of rest.matchAll(NUMBER)) {
    const digits = match[0].replace(/\D/g, "");
    if (isDate(match[0])) continue;
    found.push([match.index, { type: "number", text: match[0], digits }]);
    rest = rest.slice(0, match.index) + "\0".repeat(match[0].length) + rest.slice(match.index + match[0].length);
  }
  for (const [place, name] of accountNames(rest)) found.push([place, { type: "account", text: name, name: name.replace(/^@/, "") }]);
  return found.sort(([a], [b]) => a - b).map(([, claim]) => claim);
}

/** The link or the e-mail address that a token is. @param {string} token @returns {Link | Email | undefined} */
function parseAddress(token) {
  const word = token.replace(/^.*?(?=https?:[\/\\])/is, "").replace(/^[^\0-\x7f]+:/, "");
  const mail = (word.match(/^mailto:([^?]*)/i)?.[1] ?? word).replace(/^[^\0-\x7f]+/, "");
  const parts = mail.match(/^([^\s@:\/\\?#]+)@([^\s@:\/\\?#]+)$/);
  if (parts && HOST.test(parts[2])) return { type: "email", text: mail, host: bare(parts[2]) };
  const scheme = word.match(/^([a-z][a-z0-9+.-]*):(?!\d)/i)?.[1].toLowerCase();
  const isWhole = /^[a-z][a-z0-9+.-]*:[\/\\]/i.test(word);
  if (!scheme || isWhole) return parseLink(word, scheme ?? "", isWhole ? word.slice((scheme ?? "").length + 1) : word);
  if (UNSAFE_SCHEMES.includes(scheme)) return { type: "link", text: word, host: "", path: "", odd: true, shield: "" };
  return parseLink(word, scheme.startsWith("http") ? scheme : "", word.slice(scheme.length + 1));
}

/** @param {string} text @param {string} scheme @param {string} rest what follows the scheme @returns {Link | undefined} */
function parseLink(text, scheme, rest) {
  const [, authority, path] = /** @type {RegExpMatchArray} */ (rest.replace(/^[\/\\]+/, "").match(/^([^\/\\?#]*)(.*)$/s));
  const at = authority.lastIndexOf("@");
  const [, name, port] = /** @type {RegExpMatchArray} */ (decode(authority.slice(at + 1)).match(/^(\[[^\]]*\]|[^:]*)(:\d*)?/));
  const host = withoutWords(name);
  if (!scheme && !HOST.test(host) && !IP_ADDRESS.test(host)) return undefined;
  const odd = (scheme !== "" && scheme !== "https") || Boolean(port) || authority.includes("%");
  return { type: "link", text, host: bare(host), path: decode(path).replaceAll("\\", "/"), odd, shield: decode(authority.slice(0, Math.max(at, 0))) };
}

/** Names of accounts: the whole text, or what follows an @ or a colon. @param {string} rest @returns {[number, string][]} */
function accountNames(rest) {
  const whole = rest.trim();
  const path = whole.match(/^\/?(?:u|r|user)\/([\w-]+)\/?$/i);
  if (path) return [[rest.indexOf(whole), path[1]]];
  if (NAME.test(whole) && !isDate(whole)) return [[rest.indexOf(whole), whole]];
  /** @type {[number, string][]} */
  const found = [];
  for (const match of rest.matchAll(/(?<![\p{L}\p{N}_.])(?:@|(?<=[:：]\s?))([A-Za-z0-9_][A-Za-z0-9_.-]{2,})/gu)) {
    found.push([match.index, match[1].replace(/[.-]+$/, "")]);
  }
  const words = whole.split(/\s+/);
  const last = words[words.length - 1];
  if (!found.length && words.length <= MAX_NAME_WORDS && /^[\w.-]{4,}$/.test(last) && !isDate(last)) found.push([rest.lastIndexOf(last), last]);
  return found;
}

/** A date looks like a number to call. @param {string} text */
const isDate = (text) => /^(?:19|20)\d\d[-.\/ ](?:0?[1-9]|1[0-2])[-.\/ ](?:0?[1-9]|[12]\d|3[01])$/.test(text);

/**
 * A host without words of a text without spaces that follow it: no ending of a host is half Latin.
 * @param {string} host
 */
const withoutWords = (host) => host.replace(/(?<=\.[a-z]{2,})[^\0-\x7f]+$/i, "");

/** @param {string} host */
const bare = (host) => host.replace(/\.$/, "").toLowerCase();

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text).normalize("NFKC");
  } catch {
    return text;
  }
}
