// @ts-check
// Keeps a secret that somebody puts into the search box out of the search, the URL, the title and the history. The
// guard, with its word lists, is loaded for the few queries that could be one.
import { load, retryable } from "../shared/lazy_load.js";
import { openSearch } from "./engine_loader.js";
import { isHarmless } from "./harmless_query.js";
import { absoluteUrl } from "./settings.js";

/** @type {() => Promise<typeof import("../secrets/guard.js")>} */
const loadGuard = retryable(async () => load(absoluteUrl((await openSearch()).data.guard)));

/** Whether a query must go nowhere. One that cannot be checked must not either. @param {string} query */
export async function isSecret(query) {
  if (isHarmless(query)) return false;
  try {
    const { inspect } = await loadGuard();
    return inspect(query).some(({ action }) => action === "block" || action === "ask");
  } catch {
    return true;
  }
}
