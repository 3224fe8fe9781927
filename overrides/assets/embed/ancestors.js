// @ts-check
// Whether a page may be in a frame: of the hosts that the settings name, and of no other.

/** Whether every page around this one, by its origin, is of one of the hosts. Without encryption only where this page
 * itself has none. @param {string[]} origins @param {string[]} hosts @param {string} protocol of this page */
export const areAllowed = (origins, hosts, protocol) =>
  origins.length > 0 && origins.every((origin) => isAllowed(origin, hosts, protocol));

/** @param {string} origin @param {string[]} hosts @param {string} protocol */
function isAllowed(origin, hosts, protocol) {
  if (origin === "null") return false; // a sandbox
  const url = new URL(origin);
  const fits = (/** @type {string} */ host) => (host.startsWith("*.") ? url.host.endsWith(host.slice(1)) : url.host === host);
  return ["https:", protocol].includes(url.protocol) && hosts.some(fits);
}
