// @ts-check
// "Is this really support?": a reader pastes what somebody gave them, and hears at once what the registry of channels
// says of it. Nothing typed leaves the page, is stored, or is put into its URL. verify_page.js loads this.
import { inspect } from "../secrets/guard.js";
import { element, find } from "../shared/dom.js";
import { claims } from "./claims.js";
import { judge } from "./verdict.js";

const TYPING_PAUSE = 400; // milliseconds without a key, so that half an address is not judged

/** @typedef {import("./verdict.js").Judgement} Judgement */
/** @typedef {(key: string, values?: Record<string, string>) => string} Translate */

/** @param {HTMLElement} root */
export function startVerifyForm(root) {
  /** @type {{ registry: import("./verdict.js").Registry, strings: Record<string, string> }} */
  const { registry, strings } = JSON.parse(find(document, "#verify-settings").textContent ?? "");
  const field = /** @type {HTMLTextAreaElement} */ (find(root, "textarea"));
  const answer = find(root, "[role=status]");
  const alert = find(root, "[role=alert]");
  const warning = /** @type {HTMLTemplateElement} */ (find(root, "template"));
  let timer = 0;

  /** @type {Translate} */
  const t = (key, values = {}) => strings[key].replace(/\{(\w+)\}/g, (placeholder, name) => values[name] ?? placeholder);

  const clear = () => {
    clearTimeout(timer);
    field.value = "";
    answer.replaceChildren();
  };

  /** Whether a text must not stay: here not even what may only be a part of a phrase. @param {string} text */
  const isSecret = (text) => inspect(text).some(({ action }) => action !== "mask");

  const showVerdicts = () => {
    clearTimeout(timer);
    const text = field.value;
    if (!text.trim()) return answer.replaceChildren();
    const today = new Date().toISOString().slice(0, 10);
    const judgements = claims(text).map((claim) => judge(claim, registry, today));
    const cards = judgements.map((judgement) => verdictCard(judgement, t));
    answer.replaceChildren(...(cards.length ? cards : [element("p", {}, t("unclear"))]));
  };

  /** @param {Event} event */
  const onInput = (event) => {
    const isPasted = /^insertFrom/.test(/** @type {InputEvent} */ (event).inputType ?? "");
    clearTimeout(timer);
    if (isSecret(field.value)) {
      clear();
      alert.replaceChildren(warning.content.cloneNode(true));
      return;
    }
    if (isPasted) alert.replaceChildren(); // while somebody types on, a warning stays
    timer = setTimeout(showVerdicts, isPasted ? 0 : TYPING_PAUSE);
  };
  field.addEventListener("input", onInput);
  find(root, "button").addEventListener("click", () => {
    clear();
    alert.replaceChildren();
    field.focus();
  });
  addEventListener("pagehide", clear);
  if (field.value) onInput(new Event("input")); // typed or pasted while this was loading
}

/** @param {Judgement} judgement @param {Translate} t */
function verdictCard(judgement, t) {
  const { kind, channels, reason, of, until } = judgement;
  const status = kind === "listed" ? "verified" : "impostor";
  const title = element("strong", { class: "verdict__title" }, t(kind, { name: channels[0]?.name ?? "" }));
  const paragraphs = [element("p", {}, title), element("p", {}, highlighted(judgement))];
  for (const channel of channels) {
    if ("status" in channel) {
      const text = `${channel.name}: ${t(channel.status)} · ${channel.since}`;
      paragraphs.push(element("p", { class: "channel__status" }, text));
    }
    paragraphs.push(element("p", {}, channel.purpose));
  }
  if (kind === "listed") paragraphs.push(element("p", {}, t("note")));
  const why = reason === "unused" ? of : reason && t(reason, { of, date: until });
  if (why) paragraphs.push(element("p", {}, why));
  return element("div", { class: `channel channel--${status} verdict` }, ...paragraphs);
}

/** What was given, with the letters highlighted that differ from what it imitates. @param {Judgement} judgement */
function highlighted({ shown, marks }) {
  const code = element("code", { translate: "no", dir: "ltr" });
  const places = new Set(marks);
  for (let i = 0; i < shown.length; ) {
    const letter = String.fromCodePoint(/** @type {number} */ (shown.codePointAt(i)));
    code.append(places.has(i) ? element("mark", {}, letter) : letter);
    i += letter.length;
  }
  return code;
}
