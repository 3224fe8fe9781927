// @ts-check
// The engine and the words that go with it, opened once a page.
import { address, script, settings } from "./settings.js";
import { learn } from "./strings.js";

/** @typedef {import("../search/engine.js").Engine} Engine */

/** @type {Promise<Engine> | undefined} */
let engine;

/** @returns {Promise<Engine>} */
export function opened() {
  engine ??= load().catch((error) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

async function load() {
  /** @type {[typeof import("../search/engine.js"), void]} */
  const [{ open }] = await Promise.all([script(settings.engine), learn()]);
  const others = settings.others.map(({ language, url }) => ({ language, url: address(url) }));
  return open(address(settings.index), { others });
}
