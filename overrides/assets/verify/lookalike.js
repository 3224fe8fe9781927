// @ts-check
// Hosts that try to be taken for another. hooks/handrail/channels/lookalike.py does exactly the same, and says what each
// verdict means; tests/vectors/lookalike.json holds both to it.
import { decoded } from "./punycode.js";

/**
 * What passes for what: see hooks/handrail/channels/lookalike.yml.
 * @typedef {{ letters: Record<string, string>, pairs: Record<string, string>, suffixes: string[], edits: Record<string, number> }} Table
 * @typedef {{ kind: "listed" | "below" | "lookalike" | "unknown", reason: string, of: string, shown: string, marks: number[] }} Verdict
 * `marks` are places in UTF-16 units.
 */

/**
 * What `host` is, given the `listed` hosts and the names of `brands`. Before a host, `www.` means nothing.
 * @param {string} host @param {string[]} listed @param {string[]} brands @param {Table} table @returns {Verdict}
 */
export function classify(host, listed, brands, table) {
  const shown = inLetters(host);
  const bare = withoutWww(shown);
  const hosts = [...new Set(listed.map((name) => withoutWww(inLetters(name))))];
  hosts.sort((a, b) => b.length - a.length || Number(a > b) - Number(a < b));
  const verdict = (/** @type {Verdict["kind"]} */ kind, reason = "", of = "", marks = /** @type {number[]} */ ([])) => ({
    kind,
    reason,
    of,
    shown,
    marks,
  });

  if (hosts.includes(bare)) return verdict("listed", "", bare);
  for (const name of hosts) if (bare.endsWith(`.${name}`) && isAscii(bare)) return verdict("below", "", name);
  if (/^(?:[0-9.]+|0x[0-9a-f.x]+|\[?[0-9a-f]*:[0-9a-f:.]*\]?)$/.test(shown)) return verdict("unknown", "number");
  for (const name of hosts) {
    if (`.${bare}`.includes(`.${name}.`)) return verdict("lookalike", "prefix", name);
    if (registered(name, table) === registered(bare, table)) return verdict("unknown", "sibling", name);
  }

  const own = registered(shown, table);
  const pairs = hosts.filter((name) => dots(name) === dots(bare)).map((name) => [bare, name]);
  for (const domain of [...new Set(hosts.map((name) => registered(name, table)))].sort()) pairs.push([own, domain]);
  for (const [mine, other] of pairs) {
    if (skeleton(mine, table) === skeleton(other, table)) {
      return verdict("lookalike", "confusable", other, differences(shown, mine, other));
    }
  }
  for (const [mine, other] of pairs) {
    const limit = allowed(brand(mine, table), brand(other, table), table);
    if (distance(skeleton(mine, table), skeleton(other, table)) <= limit) {
      return verdict("lookalike", "edits", other, differences(shown, mine, other));
    }
  }
  const seen = skeleton(shown, table);
  const shortest = Math.min(...Object.keys(table.edits).map(Number));
  const names = [...new Set(brands.map((name) => name.toLowerCase()))].filter((name) => name.length >= shortest).sort();
  for (const name of names) {
    if (shown.includes(name)) return verdict("lookalike", "brand", name);
    if (seen.includes(skeleton(name, table))) return verdict("lookalike", "confusable", name);
  }
  for (const name of names) {
    for (const word of shown.split(/[.-]/)) {
      const limit = Math.min(1, allowed(word, name, table));
      if (distance(skeleton(word, table), skeleton(name, table)) <= limit) return verdict("lookalike", "edits", name);
    }
  }
  if (!isAscii(shown)) {
    return verdict("lookalike", "letters", "", [...shown.matchAll(/[^\0-\x7f]/gu)].map((match) => match.index));
  }
  return verdict("unknown");
}

/** What the eye makes of a text: each character as the letter that it passes for. @param {string} text @param {Table} table */
export function skeleton(text, table) {
  const bare = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  let plain = Array.from(bare, (character) => letter(character, table)).join("");
  for (const [pair, single] of Object.entries(table.pairs)) plain = plain.replaceAll(pair, single);
  return plain;
}

/** @param {string} character @param {Table} table */
function letter(character, table) {
  for (const [base, others] of Object.entries(table.letters)) if (others.includes(character)) return base;
  return character;
}

/** The name in a host that somebody registered. @param {string} host @param {Table} table */
export const brand = (host, table) => registered(host, table).split(".")[0];

/** The part of a host that somebody registered. @param {string} host @param {Table} table */
function registered(host, table) {
  const labels = host.split(".");
  const [second, top] = labels.slice(-2);
  const isShared = labels.length > 2 && top.length === 2 && table.suffixes.includes(second);
  return labels.slice(isShared ? -3 : -2).join(".");
}

/** How many letters to add, leave out, change or swap with the next. @param {string} a @param {string} b */
function distance(a, b) {
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const row = [i + 1];
    for (let j = 0; j < b.length; j++) {
      row.push(Math.min(last[j + 1] + 1, row[j] + 1, last[j] + Number(a[i] !== b[j])));
      if (i && j && a[i] === b[j - 1] && a[i - 1] === b[j]) {
        row[j + 1] = Math.min(row[j + 1], before[j - 1] + 1);
      }
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}

/** How many letters may differ before two names are no longer alike. @param {string} a @param {string} b @param {Table} table */
function allowed(a, b, table) {
  const length = Math.min(a.length, b.length);
  return Math.max(0, ...Object.entries(table.edits).map(([shortest, edits]) => (length >= Number(shortest) ? edits : 0)));
}

/**
 * The places in `shown`, which ends in `mine`, where that differs from another host.
 * @param {string} shown @param {string} mine @param {string} other
 */
function differences(shown, mine, other) {
  const longest = Math.min(mine.length, other.length);
  let start = 0;
  while (start < longest && mine[start] === other[start]) start++;
  let end = 0;
  while (end < longest - start && mine.at(-1 - end) === other.at(-1 - end)) end++;
  const between = Array.from({ length: mine.length - end - start }, (_, i) => start + i);
  const differ = between.filter((i) => mine.length !== other.length || mine[i] !== other[i]);
  return differ.map((i) => shown.length - mine.length + i);
}

/** A host as a reader should see it: small letters, xn-- names in the letters that they stand for. @param {string} host */
function inLetters(host) {
  const plain = host.normalize("NFKC").trim().replace(/[。｡．]/g, ".").replace(/^\.+|\.+$/g, "").toLowerCase();
  return plain.split(".").map((label) => (label.startsWith("xn--") ? decoded(label) : label)).join(".");
}

/** @param {string} host */
const dots = (host) => host.split(".").length;

/** @param {string} host */
export const withoutWww = (host) => host.toLowerCase().replace(/^www\./, "");

/** @param {string} text */
const isAscii = (text) => !/[^\0-\x7f]/.test(text);
