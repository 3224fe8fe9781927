// @ts-check
// Judges what a reader was given by the registry of channels. There is no "safe": a listed address does not say who is
// writing. Of several things the worst one decides.
import { findClaims } from "./claims.js";
import { isFake } from "./fakes.js";
import { reasonFor } from "./reasons.js";
import { matches, readRegistry, relation } from "./registry.js";
import { e164, isNationalFormOf } from "./telephone.js";

/**
 * @typedef {"fake" | "unlisted" | "unsure" | "guide" | "listed"} Kind
 * @typedef {import("./registry.js").Entry | import("./registry.js").Fake} Channel
 * @typedef {object} Judgement
 * @property {Kind} kind
 * @property {string} reason
 * @property {string} of what the reason is about
 * @property {string} shown what was given, as a browser reads it
 * @property {number[]} marks the places in it that differ from `of`
 * @property {Channel[]} channels
 * @property {string} until the day on which a listed channel expired
 * @property {[number, number][]} spans its places in the text
 * @typedef {import("./claims.js").Claim} Claim
 * @typedef {import("./registry.js").Registry} Registry
 * @typedef {import("./registry.js").ReadRegistry} ReadRegistry
 */

/** @type {Kind[]} */
const WORST_FIRST = ["fake", "unlisted", "unsure", "guide", "listed"];
/** So many characters are compared at most, so that no paste makes a device stand still. */
export const MAX_LENGTH = 10_000;

/** What is said of each thing in a text, the worst first; of the first `limit` with its reasons.
 * @param {string} text @param {Registry} registry @param {string} today @param {number} [limit] @returns {Judgement[]} */
export function judgeAll(text, registry, today, limit = Infinity) {
  const known = readRegistry(registry);
  const judged = findClaims(text, known).map((claim) => ({ claim, facts: judge(claim, known, today) }));
  judged.sort((a, b) => WORST_FIRST.indexOf(a.facts.kind) - WORST_FIRST.indexOf(b.facts.kind));
  const places = new Set(); // a link that carries another is as bad as the worse of both
  const worst = judged.filter(({ claim: { spans } }) => places.size < places.add(String(spans[0])).size);
  return worst.map(({ claim, facts }, place) => {
    const why = place < limit && !facts.reason && facts.kind === "unlisted" ? reasonFor(claim, known) : {};
    return { ...NOTHING, shown: shownAs(claim), spans: claim.spans, ...facts, ...why };
  });
}

/** What is said where nothing could be judged. @param {string} reason @param {string} [of] @returns {Judgement} */
export const undecided = (reason, of = "") => ({ ...NOTHING, kind: "unsure", reason, of, shown: "", spans: [] });

const NOTHING = { reason: "", of: "", marks: [], channels: [], until: "" };

/** @param {Claim} claim @param {ReadRegistry} registry @param {string} today @returns {{ kind: Kind } & Partial<Judgement>} */
function judge(claim, registry, today) {
  const fakes = registry.fakes.filter((fake) => fake.addresses.some((address) => isFake(claim, address)));
  if (fakes.length) return { kind: "fake", channels: fakes };
  const found = registry.listed.filter((entry) => matches(claim, entry, registry.places));
  const current = found.filter((entry) => today < entry.until);
  if (claim.type === "link") {
    if (claim.shield) return { kind: "unlisted", reason: "shield", of: claim.shield };
    const isGuide = claim.url && registry.guide && relation(claim.url, new URL(registry.guide), registry.places);
    if (!claim.url || (claim.isOdd && (isGuide || found.length))) return { kind: "unlisted", reason: "odd" };
    if (isGuide) return { kind: "guide" };
    const { protocol, hostname } = claim.url;
    if (current.length && protocol === "http:") return { kind: "unlisted", reason: "http", of: hostname };
    if (registry.proof === claim.url.href && !claim.isOdd) return { kind: "listed", reason: "proof" };
  }
  if (claim.type === "email" && claim.shield) return { kind: "unlisted", reason: "sender", of: claim.shield };
  if (current.length) return { kind: "listed", channels: current };
  if (found.length) return { kind: "unlisted", reason: "expired", until: found[0].until };
  if (claim.type === "name") return { kind: "unsure", reason: "name", of: claim.name };
  return namesake(claim, registry);
}

/** What has the name or the digits of a listed channel, and may be another one. @param {Claim} claim
 * @param {ReadRegistry} registry @returns {{ kind: Kind } & Partial<Judgement>} */
function namesake(claim, { listed }) {
  if (claim.type === "number") {
    const phones = listed.filter(({ kind }) => kind === "phone");
    const other = phones.find(({ address = "" }) => isNationalFormOf(claim.number, e164(address)));
    return other ? { kind: "unsure", reason: "country", of: other.address } : { kind: "unlisted" };
  }
  if (claim.type !== "account") return { kind: "unlisted" };
  const others = listed.filter(({ account }) => account?.handle === claim.handle);
  if (!others.length) return { kind: "unlisted" };
  const of = others.map(({ name }) => name).join(", ");
  return claim.network ? { kind: "unlisted", reason: "network", of } : { kind: "unsure", reason: "which", of };
}

/** @param {Claim} claim */
function shownAs(claim) {
  if (claim.type !== "link" || !claim.url) return claim.type === "email" ? claim.address : claim.text;
  const { protocol, host, pathname, search, hash } = claim.url;
  return `${protocol === "https:" ? "" : `${protocol}//`}${host}${pathname}${search}${hash}`.replace(/\/$/, "");
}
