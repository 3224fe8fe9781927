// @ts-check
// One detail to fill in: watched by the guard at every change, and explained where it looks wrong.
import { networkOf } from "./wallet_address.js";
import { part } from "../shared/dom.js";
import { lookWrong, written } from "./field_checks.js";
import { Notice } from "./field_notice.js";
import { hidden } from "./settings.js";
import { judge } from "./secret_check.js";

/** @typedef {import("./field_checks.js").Network} Network */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */
/**
 * @typedef {object} Around what a field needs of the journey
 * @property {HTMLElement} root where the templates are
 * @property {import("./settings.js").SupportSettings} settings
 * @property {import("./secret_check.js").Vouched} vouched
 * @property {() => Network | ""} network the one that was chosen
 * @property {() => void} changed
 */

/** Milliseconds until a word is said of a field that was left: what moves sooner moves away from under a finger. */
const SETTLED = 300;

export class Field {
  isRequired = false;

  /** @param {HTMLElement} root @param {Around} around */
  constructor(root, around) {
    this.root = root;
    this.around = around;
    this.id = root.dataset.detail ?? "";
    this.kind = root.dataset.kind ?? "";
    this.title = root.dataset.title ?? "";
    this.control = /** @type {Control} */ (part(root, "input, textarea, select"));
    this.error = part(root, ".field__error");
    this.notice = new Notice(root, around.root);
    this.listen();
  }

  listen() {
    const { control } = this;
    control.addEventListener("input", (event) => {
      if (!(/** @type {InputEvent} */ (event).isComposing)) this.watch();
    });
    control.addEventListener("compositionend", () => this.watch());
    control.addEventListener("change", () => setTimeout(() => this.explain(), SETTLED));
    for (const type of ["paste", "drop"]) {
      control.addEventListener(type, (event) => {
        const { clipboardData, dataTransfer } = /** @type {any} */ (event);
        this.refuse((clipboardData ?? dataTransfer)?.getData("text") ?? "", event);
      });
    }
    this.root.querySelector("[data-now]")?.addEventListener("click", () => {
      control.value = written(new Date());
      this.watch();
      this.explain();
      control.focus();
    });
  }

  get text() {
    return this.isChosen ? (this.option?.value ? this.option.text.trim() : "") : this.control.value.trim();
  }

  get isChosen() {
    return this.control instanceof HTMLSelectElement;
  }

  get option() {
    return this.control instanceof HTMLSelectElement ? this.control.selectedOptions[0] : undefined;
  }

  get verdict() {
    return judge(this.text, this.kind, this.around.vouched);
  }

  /** As the message has it: with labels of every language, and what is hidden hidden. @returns {import("./message.js").Answer} */
  get answer() {
    return {
      id: this.id,
      label: this.root.dataset.label ?? "",
      text: this.isChosen ? (this.text && this.option?.dataset.label) || "" : this.verdict.text,
      isPrivate: "private" in this.root.dataset,
      isLong: this.control instanceof HTMLTextAreaElement,
    };
  }

  /** Takes its place among the questions, or leaves it. @param {boolean} isRequired @param {boolean} isOptional */
  place(isRequired, isOptional) {
    this.isRequired = isRequired;
    this.root.hidden = !isRequired && !isOptional;
    part(this.root, "[data-optional-mark]").hidden = isRequired;
    if (isRequired) this.control.setAttribute("aria-required", "true");
    else this.control.removeAttribute("aria-required");
  }

  /** What must be mended before the journey goes on; empty where nothing must. */
  get fault() {
    const { phrases } = this.around.settings;
    if (!this.text && this.isRequired) {
      return (this.isChosen ? phrases.unchosen : phrases.missing).replace("{detail}", this.title);
    }
    return this.verdict.asked.length ? phrases.unanswered : "";
  }

  /** @param {string} fault */
  showFault(fault) {
    this.error.textContent = fault;
    this.error.hidden = !fault;
    if (fault) this.control.setAttribute("aria-invalid", "true");
    else this.control.removeAttribute("aria-invalid");
  }

  /** Keeps a pasted secret from ever getting into the field. @param {string} text @param {Event} event */
  refuse(text, event) {
    if (!judge(text, this.kind, this.around.vouched).isBlocked) return;
    event.preventDefault();
    this.block();
  }

  /** Looks at what stands in the field now. */
  watch() {
    const { isBlocked, asked, isWarned, masks } = this.verdict;
    if (isBlocked) return this.block();
    const { settings, changed } = this.around;
    if (this.text) this.showFault("");
    else this.notice.say("kind", []);
    if (asked.length) this.notice.ask({ hash: () => this.vouch(), key: () => this.confess() });
    else this.notice.settle();
    this.notice.say("guard", [isWarned ? settings.phrases.warn : "", hidden(masks, settings)]);
    changed();
  }

  /** Empties the field and says why. The secret is not shown again, nor whether it is a real one. */
  block() {
    this.control.value = "";
    this.notice.warn(this.control);
    this.around.changed();
  }

  /** The digits are a transaction hash, as the reader says. */
  vouch() {
    for (const one of this.verdict.asked) this.around.vouched.add(one);
    this.watch();
    this.control.focus();
  }

  /** They are a key, or may be one. */
  confess() {
    this.block();
    this.root.querySelector(".secret-warning")?.scrollIntoView({ block: "nearest" });
    this.control.focus();
  }

  /** Says what looks wrong in the answer, which may be right all the same. */
  explain() {
    const wrong = this.isChosen ? "" : lookWrong(this.kind, this.text, this.around.network());
    const words = wrong ? this.around.settings.wrong[wrong] : "";
    this.notice.say("kind", [words.replace("{network}", this.networkName)]);
  }

  /** What the reader calls the network whose address stands here. */
  get networkName() {
    return this.around.root.querySelector(`option[data-addresses="${networkOf(this.text)}"]`)?.textContent ?? "";
  }

  clear() {
    if (this.control instanceof HTMLSelectElement) this.control.selectedIndex = 0;
    else this.control.value = "";
    this.notice.clear();
    this.showFault("");
  }
}
