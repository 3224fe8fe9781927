// @ts-check
// What is listed, as hooks/handrail/channels/verification.py gives it, and whether something is it: whole, or not at all.
import { accountAt, comparable } from "./accounts.js";
import { hostOf } from "./address.js";
import { readFake } from "./fakes.js";
import { e164 } from "./telephone.js";

/**
 * @typedef {{ kind: string, name: string, purpose: string, status: string, since: string, until: string, network: string, url?: string, address?: string, handle?: string }} Entry
 * @typedef {{ kind: string, name: string, purpose: string, places: string[] }} Fake
 * @typedef {object} Places see hooks/handrail/channels/networks.yml
 * @property {import("./accounts.js").Networks} networks
 * @property {string[]} shared_hosts
 * @property {string[]} harmless_parameters
 * @property {string[]} shops
 * @property {string[]} app_stores
 * @typedef {object} Registry
 * @property {Entry[]} listed
 * @property {Fake[]} fakes
 * @property {{ kind: string, purpose: string }[]} unused
 * @property {string[]} hosts that readers may be led to
 * @property {string[]} brands the names in the hosts of the vendor's own sites
 * @property {string[]} names of the vendor
 * @property {string} guide the address of this site
 * @property {string} proof the vendor's page that confirms this site, if there is one
 * @property {import("./lookalike.js").Table} table
 * @property {Places} places
 *
 * An entry with its address read: `page` is where its link leads, `isSite` whether every page there is the vendor's,
 * `isOnePage` whether what goes on behind the link is somebody else's.
 * @typedef {{ network: string, handle: string } | undefined} MaybeAccount
 * @typedef {Entry & { page: URL | null, account: MaybeAccount, isSite: boolean, isOnePage: boolean }} Listed
 * @typedef {Fake & { addresses: import("./fakes.js").FakeAddress[] }} KnownFake
 * @typedef {Omit<Registry, "listed" | "fakes"> & { listed: Listed[], fakes: KnownFake[] }} ReadRegistry
 */

/** The registry with all its addresses read. @param {Registry} registry @returns {ReadRegistry} */
export function readRegistry(registry) {
  const { places } = registry;
  const fakes = registry.fakes.map((fake) => ({ ...fake, addresses: fake.places.map((place) => readFake(place, places)) }));
  return { ...registry, fakes, listed: registry.listed.map((entry) => readEntry(entry, places)) };
}

/** @param {Entry} entry @param {Places} places @returns {Listed} */
function readEntry(entry, places) {
  const { handle, network, kind } = entry;
  const page = entry.url ? new URL(entry.url) : null;
  const named = handle ? comparable(handle, places.networks[network]) : "";
  const account = named ? { network, handle: named } : page ? accountAt(page, places) : undefined;
  const host = hostOf(page);
  const isSite = kind === "website" && page !== null && !isBelowHost(host, sharedHosts(places));
  const isOnePage = networkHosts(places).includes(host) || (page?.pathname === "/" && places.shared_hosts.includes(host));
  return { ...entry, page, account, isSite, isOnePage };
}

/** Whether a listed channel is what was given. @param {import("./claims.js").Thing} thing @param {Listed} entry
 * @param {Places} places */
export function matches(thing, entry, places) {
  switch (thing.type) {
    case "link": {
      const { page, isSite, isOnePage, account } = entry;
      if (!thing.url) return false;
      if (isSameAccount(accountAt(thing.url, places), account)) return true;
      if (!page) return false;
      if (isSite) return hostOf(thing.url) === hostOf(page);
      const where = relation(thing.url, page, places);
      return where === "same" || (where === "below" && !isOnePage);
    }
    case "email":
      return entry.kind === "email" && entry.address?.toLowerCase() === thing.address.toLowerCase();
    case "number":
      return thing.number.startsWith("+") && entry.kind === "phone" && e164(entry.address ?? "") === thing.number;
    case "account":
      return isSameAccount(thing, entry.account);
    default:
      return false;
  }
}

/** Whether a page is the one at a URL, or goes on behind it; with the same behind the ?.
 * @param {URL} url @param {URL} base @param {Places} places @returns {"same" | "below" | ""} */
export function relation(url, base, { harmless_parameters: harmless }) {
  if (hostOf(url) !== hostOf(base) || (base.hash && base.hash !== url.hash)) return "";
  const [wanted, given] = [base, url].map(({ searchParams }) =>
    [...searchParams].filter(([name]) => !harmless.includes(name)).map(String).sort().join("&"),
  );
  const [start, path] = [base, url].map(({ pathname }) => pathname.replace(/\/+$/, ""));
  if (wanted !== given) return "";
  if (path === start) return "same";
  return path.startsWith(`${start}/`) && !/%2f|%5c/i.test(path) ? "below" : "";
}

/** @param {string} host @param {string[]} hosts */
export const isBelowHost = (host, hosts) => hosts.some((other) => `.${host}`.endsWith(`.${other}`));

/** @param {Places} places */
const networkHosts = ({ networks }) => Object.values(networks).flatMap(({ hosts = [] }) => hosts);

/** Where anybody gets a page: at the host itself, or below it. @param {Places} places */
const sharedHosts = (places) => [...places.shared_hosts, ...networkHosts(places)];

/** @param {MaybeAccount} a @param {MaybeAccount} b */
const isSameAccount = (a, b) => Boolean(a?.network) && a?.network === b?.network && a?.handle === b?.handle;
