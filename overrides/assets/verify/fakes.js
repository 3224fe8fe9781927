// @ts-check
// Whether something is at the address of a known fake, or below it. What is near enough to one is taken for it.
import { accountAt } from "./accounts.js";
import { hostOf, parseAddress } from "./address.js";
import { normalized } from "./normalized.js";
import { e164, isNationalFormOf } from "./telephone.js";

/**
 * `path` and `account` are those of a link; `name` is the whole, in small letters.
 * @typedef {{ name: string, number: string, host: string, path: string, account?: import("./accounts.js").Account }} FakeAddress
 */

/** @param {string} place as nothing makes a link of it @param {import("./registry.js").Places} places
 * @returns {FakeAddress} */
export function readFake(place, places) {
  const { text } = normalized(place);
  const facts = { name: text.toLowerCase(), number: e164(text), host: "", path: "" };
  const [known] = parseAddress(text);
  if (known?.type === "email") return { ...facts, host: known.host };
  if (!known?.url) return facts;
  const { url } = known;
  return { ...facts, host: hostOf(url), path: withoutSlash(url.pathname), account: accountAt(url, places) };
}

/** @param {import("./claims.js").Thing} thing @param {FakeAddress} fake @returns {boolean} */
export function isFake(thing, { name, number, host, path, account }) {
  switch (thing.type) {
    case "link":
      return isAtHost(hostOf(thing.url), host) && `${withoutSlash(thing.url?.pathname ?? "")}/`.startsWith(`${path}/`);
    case "email":
      return isAtHost(thing.host, host) && !path;
    case "number":
      return number !== "" && (number === thing.number || isNationalFormOf(thing.number, number));
    case "account":
      return name === thing.handle.toLowerCase() || (account?.network === thing.network && account.handle === thing.handle);
    default:
      return false;
  }
}

/** @param {string} host @param {string} fake */
const isAtHost = (host, fake) => fake !== "" && `.${host}`.endsWith(`.${fake}`);

/** @param {string} path */
const withoutSlash = (path) => path.replace(/\/$/, "").toLowerCase();
