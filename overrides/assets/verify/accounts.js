// @ts-check
// Accounts: pairs of a network and a name in it. The same name in another network is somebody else.
import { hostOf } from "./address.js";
import { isDate } from "./telephone.js";

/**
 * See hooks/handrail/channels/networks.yml.
 * @typedef {{ names: string[], hosts?: string[], account?: string, handle?: string, cased?: boolean, numbers?: boolean }} Network
 * @typedef {Record<string, Network>} Networks
 * @typedef {import("./claims.js").Account} Account
 */

/** Letters that pass for Latin ones too, so that what they make is seen. */
const LETTER = "\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Armenian}0-9_";
const HANDLE = `[${LETTER}][${LETTER}.-]{2,}`;
/** What stands between the name of a network and that of an account. */
const BETWEEN = "(?:\\s*(?:上的?|号码?|號碼?|账号|帐号|帳號|公众号|公眾號|群号?|客服|id|account|number|support|group|channel)(?![a-z]))*";
const HAS_SIGN = /[\d_-]/;
const ANYWHERE = new RegExp(`(?<![${LETTER}.])@(${HANDLE})|(?<=([^\\s:]):\\s?)(${HANDLE})`, "gu");
const WHOLE = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]{2,}$/u;
/** Of so many words the last one may be the name of an account. */
const MAX_WORDS = 3;

/** The accounts in a text. @param {string} text @param {Networks} networks @returns {import("./claims.js").Found[]} */
export function findAccounts(text, networks) {
  /** @type {import("./claims.js").Found[]} */
  const found = [];
  const names = Object.values(networks).flatMap((network) => network.names);
  const isShort = text.trim().split(/\s+/).length <= MAX_WORDS;
  const add = (/** @type {number} */ to, /** @type {string} */ written, /** @type {Account} */ thing) => {
    const from = to - written.length;
    if (found.every((other) => to <= other.from || from >= other.to)) found.push({ from, to, thing });
  };
  for (const [network, facts] of Object.entries(networks)) {
    for (const match of text.matchAll(spelled(facts))) {
      const [whole, name, colon, at, handle] = match;
      const isClear = colon.trim() || at || !isLatin(name);
      const isLikely = name.length > 1 && (HAS_SIGN.test(handle) || isShort);
      if (!(isClear || isLikely) || names.includes(handle.toLowerCase())) continue;
      const to = /** @type {number} */ (match.index) + whole.length;
      add(to, handle, { type: "account", network, handle: comparable(handle, facts) });
    }
  }
  for (const match of text.matchAll(ANYWHERE)) {
    const [whole, afterAt, label, afterColon] = match;
    const handle = afterAt ?? afterColon;
    if (!afterAt && !HAS_SIGN.test(handle) && isLatin(label)) continue;
    if (/^\d+$/.test(handle) || isDate(handle) || names.includes(handle.toLowerCase())) continue;
    const to = /** @type {number} */ (match.index) + whole.length;
    add(to, whole, { type: "account", network: "", handle: comparable(handle) });
  }
  return found;
}

/** The name of an account where a text is nothing else, or ends with it. @param {string} text
 * @returns {import("./claims.js").Found[]} */
export function findHandle(text) {
  const whole = text.trim();
  const words = whole.split(/\s+/);
  const last = words[words.length - 1];
  const [, path] = whole.match(/^\/?((?:u|r|user)\/[\w-]+)\/?$/i) ?? [];
  const isHandle = WHOLE.test(whole) || (words.length <= MAX_WORDS && /^[\w.-]{4,}$/.test(last) && HAS_SIGN.test(last));
  if (!path && (!isHandle || isDate(last))) return [];
  const from = text.lastIndexOf(last);
  const [network, handle] = path ? ["reddit", path.replace(/^user/i, "u")] : ["", last];
  return [{ from, to: from + last.length, thing: { type: "account", network, handle: comparable(handle) } }];
}

/** The account that a link leads to. What stands behind a ? can make it another one. @param {URL} url
 * @param {import("./registry.js").Places} places @returns {Account | undefined} */
export function accountAt(url, { networks, harmless_parameters: harmless }) {
  if ([...url.searchParams.keys()].some((name) => !harmless.includes(name))) return undefined;
  for (const [network, facts] of Object.entries(networks)) {
    if (!facts.account || !facts.hosts?.includes(hostOf(url))) continue;
    const [, handle] = url.pathname.match(new RegExp(`^${facts.account}/?$`, "i")) ?? [];
    if (handle) return { type: "account", network, handle: comparable(handle, facts) };
  }
  return undefined;
}

/** The name of an account as its network compares it. @param {string} handle @param {Network} [network] */
export function comparable(handle, network) {
  if (network?.numbers) return handle.replace(/^00|\D/g, "");
  return network?.cased ? handle : handle.toLowerCase().replace(/^@|[.-]+$/g, "");
}

/** How people name an account of a network: groups of the network's name, a colon, an @ and the name of the account.
 * @param {Network} network */
function spelled({ names, handle = HANDLE }) {
  const [latin, other] = [names.filter(isLatin), names.filter((name) => !isLatin(name))].map((some) => some.join("|"));
  const name = [latin && `(?<![${LETTER}])(?:${latin})(?![${LETTER}])`, other].filter(Boolean).join("|");
  return new RegExp(`(${name})${BETWEEN}(\\s*[:=是为為]\\s*|\\s*)(@?)(${handle})(?![${LETTER}])`, "giu");
}

/** @param {string} name */
const isLatin = (name) => /^[\0-\x7f]+$/.test(name);
