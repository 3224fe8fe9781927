// @ts-check
// How a verdict looks: one for all that was given, large and the worst; the text with what was judged marked; what to do
// now; then the rest.
import { cloneTemplate, element, find } from "../shared/dom.js";

/** @typedef {import("./verdict.js").Judgement} Judgement */
/** @typedef {(key: string, values?: Record<string, string>) => string} Translate */

/** Of so many things it is told what is said of them; the others count for the verdict all the same. */
export const MAX_DETAILS = 8;
/** Characters of a text without anything to judge that are shown before and after something. */
const CONTEXT = 60;

/** @param {HTMLElement} root @param {Judgement} worst @param {Translate} t */
export function verdictTitle(root, worst, t) {
  const title = cloneTemplate(root, `${worst.kind}-title`);
  find(title, "span").textContent = label(worst, t);
  return title;
}

/** What follows the title. @param {HTMLElement} root @param {string} text @param {Judgement[]} judgements the worst first
 * @param {Translate} t */
export function explanation(root, text, judgements, t) {
  const [worst, ...others] = judgements;
  const hidden = judgements.slice(MAX_DETAILS).filter(({ kind }) => kind !== "listed").length;
  return [
    ...thing(worst, t),
    ...(text ? pasted(text, judgements, t) : []),
    element("h2", {}, t("now")),
    cloneTemplate(root, `${worst.kind}-steps`),
    ...others.slice(0, MAX_DETAILS - 1).map((judgement) => {
      const title = element("p", {}, element("strong", {}, label(judgement, t)));
      return element("div", { class: "verdict__other", "data-kind": judgement.kind }, title, ...thing(judgement, t));
    }),
    ...(hidden ? [element("p", { class: "verdict__more" }, t("more", { count: String(hidden) }))] : []),
  ];
}

/** @param {Judgement} judgement @param {Translate} t */
function label({ kind, channels, reason }, t) {
  return t(kind, { name: channels[0]?.name ?? (reason === "proof" ? t("proof") : "") });
}

/** What was given, and what is said of it. @param {Judgement} judgement @param {Translate} t */
function thing(judgement, t) {
  const { kind, channels, reason, of, until } = judgement;
  const paragraphs = judgement.shown ? [element("p", {}, highlighted(judgement))] : [];
  for (const channel of channels) {
    if ("status" in channel) {
      const text = `${channel.name}: ${t(channel.status)} · ${channel.since}`;
      paragraphs.push(element("p", { class: "channel__status" }, text));
    }
    paragraphs.push(element("p", {}, channel.purpose));
  }
  const why = reason === "unused" ? of : reason && reason !== "proof" && t(reason, { of, date: until, count: of });
  if (why) paragraphs.push(element("p", {}, why));
  if (kind === "guide") paragraphs.push(element("p", {}, t("guideText")));
  return paragraphs;
}

/** The text that was given, with what was judged marked; long parts between are left out.
 * @param {string} text @param {Judgement[]} judgements @param {Translate} t */
function pasted(text, judgements, t) {
  const quote = element("blockquote", { class: "verdict__pasted", translate: "no", dir: "auto" });
  const places = judgements.flatMap(({ kind, spans }) => spans.map(([start, end]) => ({ kind, start, end })));
  let last = 0;
  for (const { kind, start, end } of places.sort((a, b) => a.start - b.start)) {
    if (start < last) continue;
    quote.append(shortened(text.slice(last, start), last > 0, true));
    quote.append(element("mark", { "data-kind": kind }, text.slice(start, end)));
    last = end;
  }
  quote.append(shortened(text.slice(last), last > 0, false));
  return [element("p", { class: "verdict__label" }, t("pasted")), quote];
}

/** @param {string} text @param {boolean} isAfter whether something marked stands before it
 * @param {boolean} isBefore whether something marked follows */
function shortened(text, isAfter, isBefore) {
  if (text.length <= 3 * CONTEXT) return text;
  return `${isAfter || !isBefore ? text.slice(0, CONTEXT) : ""} … ${isBefore ? text.slice(-CONTEXT) : ""}`;
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
