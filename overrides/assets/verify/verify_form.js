// @ts-check
// "Is this really support?" verify.js loads this. A reader pastes what somebody gave them, and hears at once what the registry says of it.
// All of it happens here: nothing typed leaves the page, is kept, or is put into its address.
import { inspect } from "../secrets/guard.js";
import { claims } from "./claims.js";
import { judge } from "./verdict.js";

const PAUSE = 400; // milliseconds without a key, so that nobody hears a verdict on half an address

/** @typedef {import("./verdict.js").Judgement} Judgement */

/** @param {HTMLElement} root */
export function verifier(root) {
  const data = document.getElementById("verify-settings")?.textContent ?? "";
  /** @type {{ registry: import("./verdict.js").Registry, phrases: Record<string, string> }} */
  const { registry, phrases } = JSON.parse(data);
  const field = /** @type {HTMLTextAreaElement} */ (root.querySelector("textarea"));
  const answer = /** @type {HTMLElement} */ (root.querySelector("[role=status]"));
  const alarm = /** @type {HTMLElement} */ (root.querySelector("[role=alert]"));
  const warning = /** @type {HTMLTemplateElement} */ (root.querySelector("template"));
  let waiting = 0;

  /** A phrase with its blanks filled in. @param {string} key @param {Record<string, string>} [blanks] */
  const say = (key, blanks = {}) => phrases[key].replace(/\{(\w+)\}/g, (blank, name) => blanks[name] ?? blank);

  const clear = () => {
    clearTimeout(waiting);
    field.value = "";
    answer.replaceChildren();
  };

  /** Whether a text must not stay: here not even what may only be a part of a phrase. @param {string} text */
  const isSecret = (text) => inspect(text).some(({ action }) => action !== "mask");

  const look = () => {
    clearTimeout(waiting);
    const text = field.value;
    if (!text.trim()) return answer.replaceChildren();
    const today = new Date().toISOString().slice(0, 10);
    const found = claims(text).map((claim) => judge(claim, registry, today));
    answer.replaceChildren(...(found.length ? found.map((one) => card(one, say)) : [element("p", {}, say("unclear"))]));
  };

  /** @param {Event} event */
  const hear = (event) => {
    const isWhole = /^insertFrom/.test(/** @type {InputEvent} */ (event).inputType ?? "");
    clearTimeout(waiting);
    if (isSecret(field.value)) {
      clear();
      alarm.replaceChildren(warning.content.cloneNode(true));
      return;
    }
    if (isWhole) alarm.replaceChildren(); // while somebody types on, what was said of a phrase stays
    waiting = setTimeout(look, isWhole ? 0 : PAUSE);
  };
  field.addEventListener("input", hear);
  root.querySelector("button")?.addEventListener("click", () => {
    clear();
    alarm.replaceChildren();
    field.focus();
  });
  addEventListener("pagehide", clear);
  if (field.value) hear(new Event("input")); // typed or pasted while this was on its way
}

/** What is said of one thing that was given. @param {Judgement} found @param {(key: string, blanks?: Record<string, string>) => string} say */
function card(found, say) {
  const kind = found.kind === "listed" ? "verified" : "impostor";
  const [channel] = found.channels;
  const title = element("strong", { class: "verdict__title" }, say(found.kind, { name: channel?.name ?? "" }));
  const parts = [element("p", {}, title), element("p", {}, marked(found))];
  for (const one of found.channels) {
    if ("status" in one) {
      const status = element("p", { class: "channel__status" }, `${one.name}: ${say(one.status)} · ${one.since}`);
      parts.push(status, element("p", {}, one.purpose));
    } else parts.push(element("p", {}, one.purpose));
  }
  if (found.kind === "listed") parts.push(element("p", {}, say("note")));
  const reason = found.reason === "unused" ? found.of : found.reason && say(found.reason, { of: found.of, date: found.until });
  if (reason) parts.push(element("p", {}, reason));
  return element("div", { class: `channel channel--${kind} verdict` }, ...parts);
}

/** What was given, with the letters marked that are not those of what it imitates. @param {Judgement} found */
function marked({ shown, marks }) {
  const whole = element("code", { translate: "no", dir: "ltr" });
  const places = new Set(marks);
  for (let i = 0; i < shown.length; ) {
    const letter = String.fromCodePoint(/** @type {number} */ (shown.codePointAt(i)));
    whole.append(places.has(i) ? element("mark", {}, letter) : letter);
    i += letter.length;
  }
  return whole;
}

/** @param {string} name @param {Record<string, string>} attributes @param {...(Node | string)} children */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
