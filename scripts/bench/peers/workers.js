// @ts-check
/** What peers that come with a worker share. A page of theirs lies at its document's number: `12/`. */

/**
 * @typedef {(message: object) => Promise<any>} Ask
 * @typedef {object} Peer
 * @property {(url: string) => Promise<object>} setup the first message
 * @property {(ask: Ask, text: string, limit: number) => Promise<string[]>} search the addresses found, best first
 */

/** Milliseconds after which a question counts as one without a result, and its worker is replaced. */
const PATIENCE = 10_000;

/** @param {Peer} peer */
export function opener(peer) {
  /** @type {Map<string, ReturnType<typeof load>>} */
  const opened = new Map();
  return (/** @type {string} */ url) => {
    const engine = opened.get(url) ?? load(url, peer);
    opened.set(url, engine);
    return engine;
  };
}

/**
 * @param {string} entrance the index; behind its `#` stands the worker's file
 * @param {Peer} peer
 */
async function load(entrance, peer) {
  const { hash, origin } = new URL(entrance);
  const start = async () => {
    const worker = new Worker(`${origin}/${hash.slice(1)}`);
    await ask(worker, await peer.setup(entrance));
    return worker;
  };
  let worker = await start();
  return {
    /** @param {string} text @param {{ limit: number }} options */
    search: async (text, { limit }) => {
      const locations = await Promise.race([peer.search((message) => ask(worker, message), text, limit), patience()]);
      if (!locations) {
        worker.terminate();
        worker = await start();
      }
      const pages = new Set(locations?.map((location) => location.split("/")[0]));
      return { results: [...pages].slice(0, limit).map((id) => ({ id })) };
    },
  };
}

/** @param {Worker} worker @param {object} message @returns {Promise<any>} */
function ask(worker, message) {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.type === 4 ? reject(new Error("the worker failed")) : resolve(data.data));
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(message);
  });
}

/** @returns {Promise<void>} */
function patience() {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE));
}
