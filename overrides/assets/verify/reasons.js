// @ts-check
// Why something is not listed: what it imitates, or what kind of place it leads to.
import { hostOf } from "./address.js";
import { brand, classify, skeleton } from "./lookalike.js";
import { isBelowHost } from "./registry.js";

/** @typedef {{ reason: string, of?: string, shown?: string, marks?: number[] }} Reason */

/** @param {import("./claims.js").Claim} claim @param {import("./registry.js").ReadRegistry} registry @returns {Reason} */
export function reasonFor(claim, registry) {
  switch (claim.type) {
    case "link":
    case "email":
      return byHost(claim, registry);
    case "account":
      return byName(claim.handle, registry);
    case "number": {
      const unused = registry.unused.find(({ kind }) => kind === "phone");
      return unused ? { reason: "unused", of: unused.purpose } : { reason: "" };
    }
    default:
      return { reason: claim.type };
  }
}

/** @param {import("./address.js").Link | import("./address.js").Email} claim
 * @param {import("./registry.js").ReadRegistry} registry @returns {Reason} */
function byHost(claim, { hosts, brands, listed, places, table }) {
  const host = claim.type === "email" ? claim.host : hostOf(claim.url);
  const isOdd = claim.type === "link" && (claim.isOdd || claim.url?.protocol === "http:");
  if (places.shops.includes(brand(host, table))) return { reason: "shop" };
  if (isBelowHost(host, places.app_stores)) return { reason: "store" };
  const { kind, reason, of, shown, marks } = classify(host, hosts, brands, table);
  if (kind === "lookalike") return { reason, of, shown, marks };
  if (kind === "unknown") return { reason: reason || (isOdd ? "odd" : ""), of };
  if (claim.type === "email") return { reason: "address", of };
  const isOwn = listed.some(({ isSite, page }) => isSite && isBelowHost(of, [hostOf(page)]));
  return { reason: isOwn ? "below" : "other", of };
}

/** @param {string} name @param {import("./registry.js").ReadRegistry} registry @returns {Reason} */
function byName(name, { listed, brands, table }) {
  const seen = skeleton(name, table);
  const imitated = listed.find(({ account }) => account && skeleton(account.handle, table) === seen)?.account;
  if (imitated) return { reason: "confusable", of: imitated.handle };
  const vendor = brands.find((brand) => seen.includes(skeleton(brand, table)));
  return vendor ? { reason: "brand", of: vendor } : { reason: "" };
}
