// @ts-check
// Judges something that a reader was given by the registry of channels: listed, a known fake, or not listed, which is to
// be taken for a fake. There is no "safe": a listed address does not say who is writing.
import { normalized } from "./claims.js";
import { classify, skeleton, withoutWww } from "./lookalike.js";

/**
 * A channel as hooks/handrail/channels/verification.py gives it. `place` is its address without scheme.
 * @typedef {{ kind: string, name: string, purpose: string, status: string, since: string, until: string, url?: string, address?: string, handle?: string }} Entry
 * @typedef {{ kind: string, name: string, purpose: string, places: string[] }} Fake
 * @typedef {{ listed: Entry[], fakes: Fake[], unused: { kind: string, purpose: string }[], hosts: string[], brands: string[], table: import("./lookalike.js").Table }} Registry
 * @typedef {{ kind: "listed" | "fake" | "unlisted", reason: string, of: string, shown: string, marks: number[], channels: (Entry | Fake)[], until: string }} Judgement
 * @typedef {import("./claims.js").Claim} Claim
 */

/** Whose channels have a host to themselves: below it and at every page of it is the vendor. */
const OWN_HOST = ["website"];

/** @param {Claim} claim @param {Registry} registry @param {string} today @returns {Judgement} */
export function judge(claim, registry, today) {
  const shown = claim.type === "link" ? claim.host : claim.text;
  const whole = claim.type === "link" ? `${claim.host}${claim.path.replace(/\/$/, "")}` : claim.text;
  /** @param {Partial<Judgement> & { kind: Judgement["kind"] }} facts @returns {Judgement} */
  const judged = (facts) => ({ reason: "", of: "", shown, marks: [], channels: [], until: "", ...facts });
  const fakes = registry.fakes.filter((fake) => fake.places.some((place) => isAt(claim, normalized(place))));
  if (fakes.length) return judged({ kind: "fake", channels: fakes });

  const matching = registry.listed.filter((entry) => matches(claim, entry));
  const current = matching.filter((entry) => today < entry.until);
  const isPlain = claim.type !== "link" || (!claim.odd && !claim.shield);
  if (current.length && isPlain) return judged({ kind: "listed", channels: current, shown: whole });
  if (claim.type === "link" && claim.shield) return judged({ kind: "unlisted", reason: "shield", of: claim.shield });
  if (current.length) return judged({ kind: "unlisted", reason: "odd" });
  if (matching.length) return judged({ kind: "unlisted", reason: "expired", until: matching[0].until });
  if (claim.type === "link" || claim.type === "email") return judged({ kind: "unlisted", ...byHost(claim, whole, registry) });
  if (claim.type === "account") return judged({ kind: "unlisted", ...byName(claim.name, registry) });
  const unused = registry.unused.find(({ kind }) => kind === "phone");
  return judged({ kind: "unlisted", reason: unused ? "unused" : "", of: unused?.purpose ?? "" });
}

/** Whether a listed channel is what was given. @param {Claim} claim @param {Entry} entry */
function matches(claim, entry) {
  switch (claim.type) {
    case "link": {
      if (!entry.url) return false;
      const { hostname, pathname } = new URL(entry.url);
      if (withoutWww(claim.host) !== withoutWww(hostname)) return false;
      return OWN_HOST.includes(entry.kind) || isBelow(claim.path, pathname);
    }
    case "email":
      return entry.kind === "email" && same(entry.address, claim.text);
    case "number":
      return entry.kind === "phone" && calls(claim.digits, entry.address ?? "");
    case "account":
      return same(entry.handle, claim.name);
  }
}

/** Whether what was given is at the address of a fake, or below it. @param {Claim} claim @param {string} place */
function isAt(claim, place) {
  if (claim.type === "number") return /^[+\d -]+$/.test(place) && calls(claim.digits, place);
  if (claim.type === "account") return same(place, claim.name);
  if (place.includes("@")) {
    const domain = place.split("@")[1].toLowerCase();
    return claim.type === "email" ? same(place, claim.text) || claim.host === domain : claim.host === domain;
  }
  const [host, ...path] = place.split("/");
  if (!host.includes(".")) return false;
  const own = host.toLowerCase();
  if (claim.host !== own && !claim.host.endsWith(`.${own}`)) return false;
  return claim.type === "email" || isBelow(claim.path, `/${path.join("/")}`);
}

/**
 * Why a link or an e-mail address is not listed.
 * @param {import("./claims.js").Link | import("./claims.js").Email} claim @param {string} whole @param {Registry} registry
 */
function byHost(claim, whole, registry) {
  if (claim.type === "link" && !claim.host) return { reason: "odd" };
  const { kind, reason, of, shown, marks } = classify(claim.host, registry.hosts, registry.brands, registry.table);
  const sites = registry.listed.filter((entry) => OWN_HOST.includes(entry.kind)).map(({ url = "" }) => new URL(url).hostname);
  const isOwn = sites.some((site) => `.${of}`.endsWith(`.${withoutWww(site)}`));
  if (kind === "lookalike") return { reason, of, shown, marks };
  if (kind === "unknown") return { reason: reason || (claim.type === "link" && claim.odd ? "odd" : ""), of, shown };
  if (claim.type === "email") return { reason: "address", of };
  return { reason: isOwn ? "below" : "other", of, shown: whole };
}

/** Why the name of an account is not listed. @param {string} name @param {Registry} registry */
function byName(name, registry) {
  const seen = skeleton(name, registry.table);
  for (const { handle } of registry.listed) {
    if (handle && skeleton(handle, registry.table) === seen) return { reason: "confusable", of: handle };
  }
  const brand = registry.brands.find((name) => seen.includes(skeleton(name, registry.table)));
  return brand ? { reason: "brand", of: brand } : {};
}

/** Whether a path is another, or goes on behind it. @param {string} path @param {string} base */
function isBelow(path, base) {
  const [start, given] = [base, path.split(/[?#]/)[0]].map((part) => part.toLowerCase().replace(/\/+$/, ""));
  if (/(?:^|\/)\.\.(?:\/|$)/.test(given)) return false;
  return given === start || given.startsWith(`${start}/`);
}

/** Whether digits call a number: whole, or as its own country writes it. @param {string} digits @param {string} number */
function calls(digits, number) {
  const whole = number.replace(/\D/g, "");
  const given = digits.replace(/^00/, "");
  if (given === whole) return true;
  const national = given.replace(/^0/, "");
  return national.length >= 7 && whole.length - national.length <= 3 && whole.endsWith(national);
}

/** @param {string | undefined} a @param {string} b */
const same = (a, b) => a?.toLowerCase() === b.toLowerCase() && Boolean(a);
