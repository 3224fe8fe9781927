// @ts-check
// Finds in a pasted text what somebody gave a reader: links, e-mail addresses, numbers, accounts, wallet addresses; where
// there is nothing of these, the name of the vendor.
import { findTraces } from "../contact/wallet_address.js";
import { findAccounts, findHandle } from "./accounts.js";
import { parseAddress } from "./address.js";
import { normalized } from "./normalized.js";
import { findNumbers } from "./telephone.js";

/**
 * An account of the network "" is one of which nobody said where it is. A number begins with "+" where it has its
 * country.
 * @typedef {import("./address.js").Link | import("./address.js").Email} Address
 * @typedef {{ type: "number", number: string }} PhoneNumber
 * @typedef {{ type: "account", network: string, handle: string }} Account
 * @typedef {{ type: "payment_address" } | { type: "name", name: string }} Other
 * @typedef {Address | PhoneNumber | Account | Other} Thing
 * @typedef {{ from: number, to: number, thing: Thing }} Found in the normalized text
 * @typedef {Thing & { text: string, spans: [number, number][] }} Claim `spans` are its places in the text, as it was given
 */

/** A link with an @ before its path, whatever else is in it; else what stands between spaces, brackets and quotes, and
 * between commas where these end something. */
const WORD = /[a-z][a-z0-9+.-]*:[\/\\]{2}[^\s\/\\?#]*@[^\s<>]*|(?:[,;|](?!\s|$|[^\0-\x7f]|https?:|www\.)|[^\s、。<>"“”「」『』《》【】,;|])+/giu;
const EDGES = new Set(` ([{<"'“‘«「『《【,;:!?)]}>”’»」』》】.…*~\`|$^@-`);
/** What may be a host or an e-mail address, among whatever signs; then, among whatever letters. */
const INSIDE = /[\p{L}\p{N}\p{M}_.@-]+/gu;
const LATIN = /[\w.@-]+/g;

/** The claims in a text, each once, in their order. @param {string} typed @param {import("./registry.js").ReadRegistry} registry
 * @returns {Claim[]} */
export function findClaims(typed, registry) {
  const mapped = normalized(typed);
  /** @type {Found[]} */
  let found = [];
  /** Takes the addresses out of a text. @param {string} word @param {number} at */
  const read = (word, at) => {
    const [from, to] = trimmed(word);
    const raw = (/** @type {number} */ lead) => typed.slice(...mapped.span(at + from + lead, at + to));
    const things = from < to ? parseAddress(word.slice(from, to), raw) : [];
    for (const thing of things) found.push({ from: at + from, to: at + to, thing });
    return things.length ? blank(word) : word;
  };
  let rest = mapped.text.replace(WORD, read).replace(INSIDE, read).replace(LATIN, read);
  const take = (/** @type {Found[]} */ more) => {
    for (const { from, to } of more) rest = rest.slice(0, from) + blank(rest.slice(from, to)) + rest.slice(to);
    found.push(...more);
  };
  found = withSenders(found, mapped.text);
  take(findTraces(rest).map(([from, to]) => ({ from, to, thing: { type: "payment_address" } })));
  take(findAccounts(rest, registry.places.networks));
  take(findNumbers(rest));
  if (!found.length) take(findName(rest, [...registry.names, ...registry.brands]));
  if (!found.length) take(findHandle(rest));

  /** @type {Map<string, Claim>} */
  const claims = new Map();
  for (const { from, to, thing } of found.sort((a, b) => a.from - b.from)) {
    const key = JSON.stringify(thing);
    const claim = claims.get(key) ?? { ...thing, text: mapped.text.slice(from, to), spans: [] };
    claims.set(key, { ...claim, spans: [...claim.spans, mapped.span(from, to)] });
  }
  return [...claims.values()];
}

/** @param {string} text */
const blank = (text) => "\0".repeat(text.length);

/** Where a word begins and ends without signs around it. @param {string} word @returns {[number, number]} */
function trimmed(word) {
  let [from, to] = [0, word.length];
  while (from < to && EDGES.has(word[from])) from++;
  while (from < to && EDGES.has(word[to - 1])) to--;
  return [from, to];
}

/** What is found, without the addresses in the name of a sender: `"help@vendor.example" <x@evil.example>` is the latter.
 * @param {Found[]} found @param {string} text */
function withSenders(found, text) {
  for (const { from, to, thing } of found) {
    if (thing.type !== "email" || text[from - 1] !== "<" || text[to] !== ">") continue;
    const start = Math.max(...["\n", ">", ",", ";"].map((sign) => text.lastIndexOf(sign, from - 2))) + 1;
    const names = found.filter((other) => other.from >= start && other.to < from);
    if (!names.length) continue;
    thing.shield = text.slice(start, from - 1).replace(/^[\s"']+|[\s"']+$/g, "");
    found = found.filter((other) => !names.includes(other));
  }
  return found;
}

/** A name of the vendor by itself, or among words: no account. @param {string} text @param {string[]} names
 * @returns {Found[]} */
function findName(text, names) {
  const whole = text.trim().toLowerCase();
  for (const name of names) {
    const from = text.toLowerCase().indexOf(name.toLowerCase());
    const isHandle = /^[\w.-]+$/.test(whole) && whole !== name.toLowerCase();
    if (from >= 0 && !isHandle) return [{ from, to: from + name.length, thing: { type: "name", name } }];
  }
  return [];
}
