// Answers the tests: each line of the input is a function and its argument as JSON, each line of the output its result.
//
// `/room/name.js` is a module of overrides/assets, as it stands there; what a build makes of it, and what may be
// fetched, lies at the same address in a folder of the test.

import { existsSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [assets, folder] = process.argv.slice(2).map((path) => pathToFileURL(`${path}/`).href);

registerHooks({
  resolve(specifier, { parentURL }) {
    const url = specifier.startsWith("/") ? new URL(`.${specifier}`, assets) : new URL(specifier, parentURL);
    return { url: url.href, shortCircuit: true };
  },
  load(url) {
    const made = new URL(url.replace(assets, folder));
    return { format: "module", source: readFileSync(existsSync(made) ? made : new URL(url)), shortCircuit: true };
  },
});

/** What was asked for, and whether nothing of it can be had at the moment. */
Object.assign(globalThis, { fetched: [], failing: false });

globalThis.fetch = async (address) => {
  fetched.push(address.slice(1));
  const file = new URL(`.${address}`, folder);
  return failing || !existsSync(file) ? new Response("", { status: 503 }) : new Response(readFileSync(file));
};

for await (const line of createInterface({ input: process.stdin })) {
  const [code, argument] = JSON.parse(line);
  let answer;
  try {
    answer = { value: await (0, eval)(`(${code})`)(argument) };
  } catch (error) {
    answer = { error: error.stack };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
