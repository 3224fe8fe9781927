// @ts-check
// Keeps a secret that somebody puts into the search box out of the search, the URL, the title and the history. The
// guard, with its word lists, is loaded for the few queries that could be one.
import { load, retryable } from "../shared/lazy_load.js";
import { openSearch } from "./engine_loader.js";
import { isHarmless } from "./harmless_query.js";
import { absoluteUrl } from "./settings.js";

/** @type {() => Promise<typeof import("../secrets/guard.js")>} */
const loadGuard = retryable(async () => load(absoluteUrl((await openSearch()).data.guard)));

/** What a query may be: "secret" must go nowhere. "hash", a transaction hash or a key, which look the same, is searched
 * for, and must go nowhere else. One that cannot be checked is a secret. @param {string} query
 * @returns {Promise<"secret" | "hash" | undefined>} */
export async function secretKind(query) {
  if (isHarmless(query)) return undefined;
  try {
    const { inspect } = await loadGuard();
    const findings = inspect(query);
    // a key with a typing error is a key
    if (findings.some(({ action, rule }) => action === "block" || rule === "key-shape")) return "secret";
    return findings.some(({ action }) => action === "ask") ? "hash" : undefined;
  } catch {
    return "secret";
  }
}
