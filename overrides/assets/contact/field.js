// @ts-check
// One detail to fill in: inspected by the guard at every change, and explained where it looks wrong.
import { find } from "../shared/dom.js";
import { findProblem, formatTime } from "./field_checks.js";
import { FieldNotice } from "./field_notice.js";
import { checkSecrets } from "./secret_check.js";
import { maskNote, readLabels } from "./settings.js";
import { networkOf } from "./wallet_address.js";

/** @typedef {import("./field_checks.js").Network} Network */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */
/**
 * @typedef {object} FieldContext what a field needs of the form
 * @property {HTMLElement} root where the templates are
 * @property {import("./settings.js").ContactSettings} settings
 * @property {import("./secret_check.js").ConfirmedHashes} hashes
 * @property {() => Network | ""} network the chosen one
 * @property {() => void} onChange
 */

/** Milliseconds until a field that was left is explained: what moves sooner moves away from under a finger. */
const EXPLAIN_DELAY = 300;

export class Field {
  isRequired = false;

  /** @param {HTMLElement} root @param {FieldContext} context */
  constructor(root, context) {
    this.root = root;
    this.context = context;
    this.id = root.dataset.detail ?? "";
    this.kind = root.dataset.kind ?? "";
    this.title = root.dataset.title ?? "";
    this.control = /** @type {Control} */ (find(root, "input, textarea, select"));
    this.errorText = find(root, ".field__error");
    this.notice = new FieldNotice(root, context.root);
    this.listen();
  }

  listen() {
    const { control } = this;
    control.addEventListener("input", (event) => {
      if (!(/** @type {InputEvent} */ (event).isComposing)) this.check();
    });
    control.addEventListener("compositionend", () => this.check());
    control.addEventListener("change", () => setTimeout(() => this.explain(), EXPLAIN_DELAY));
    for (const type of ["paste", "drop"]) {
      control.addEventListener(type, (event) => {
        const { clipboardData, dataTransfer } = /** @type {any} */ (event);
        this.checkPaste((clipboardData ?? dataTransfer)?.getData("text") ?? "", event);
      });
    }
  }

  get text() {
    if (this.isSelect) return this.option?.value ? this.option.text.trim() : "";
    const text = this.control.value.trim();
    return text && this.kind === "time" ? formatTime(new Date(text)) : text;
  }

  get isSelect() {
    return this.control instanceof HTMLSelectElement;
  }

  get option() {
    return this.control instanceof HTMLSelectElement ? this.control.selectedOptions[0] : undefined;
  }

  get verdict() {
    return checkSecrets(this.text, this.kind, this.context.hashes);
  }

  /** As the message has it, masked. @param {string} language @returns {import("./message.js").Answer} */
  answer(language) {
    return {
      id: this.id,
      label: readLabels(this.root)[language],
      text: this.isSelect ? (this.text && this.option && readLabels(this.option)[language]) || "" : this.verdict.text,
      isPrivate: "private" in this.root.dataset,
      isLong: this.control instanceof HTMLTextAreaElement,
    };
  }

  /** What must be corrected before the next step; empty where nothing must. */
  get error() {
    const { strings } = this.context.settings;
    if (!this.text && this.isRequired) {
      return (this.isSelect ? strings.unchosen : strings.missing).replace("{detail}", this.title);
    }
    return this.verdict.unexplained.length ? strings.unanswered : "";
  }

  /** Shows the field among the questions, or hides it. @param {boolean} isRequired @param {boolean} isOptional */
  place(isRequired, isOptional) {
    this.isRequired = isRequired;
    this.root.hidden = !isRequired && !isOptional;
    find(this.root, "[data-optional-mark]").hidden = isRequired;
    if (isRequired) this.control.setAttribute("aria-required", "true");
    else this.control.removeAttribute("aria-required");
  }

  /** What the reader was told to correct. */
  get shownError() {
    return this.errorText.textContent;
  }

  /** @param {string} error */
  showError(error) {
    this.errorText.textContent = error;
    this.errorText.hidden = !error;
    if (error) this.control.setAttribute("aria-invalid", "true");
    else this.control.removeAttribute("aria-invalid");
  }

  /** Keeps a pasted secret from ever getting into the field. @param {string} text @param {Event} event */
  checkPaste(text, event) {
    if (!checkSecrets(text, this.kind, this.context.hashes).isBlocked) return;
    event.preventDefault();
    this.block();
  }

  /** Inspects what is in the field now. */
  check() {
    const { isBlocked, unexplained, isWarned, masks } = this.verdict;
    if (isBlocked) return this.block();
    const { settings, onChange } = this.context;
    if (this.shownError) this.showError(this.error);
    if (!this.text) this.notice.show("kind", []);
    if (unexplained.length) this.notice.askAboutKey({ hash: () => this.confirmHash(), key: () => this.confirmKey() });
    else this.notice.removeQuestion();
    this.notice.show("guard", [isWarned ? settings.strings.warn : "", maskNote(masks, settings)]);
    onChange();
  }

  /** Empties the field and says why. The secret is not shown again, nor whether it is a real one. */
  block() {
    this.control.value = "";
    this.notice.showSecretWarning(this.control);
    this.context.onChange();
  }

  /** The reader says that the digits are a transaction hash. */
  confirmHash() {
    for (const digits of this.verdict.unexplained) this.context.hashes.add(digits);
    this.check();
    this.control.focus();
  }

  /** The reader says that they are a key, or may be one. */
  confirmKey() {
    this.block();
    this.root.querySelector(".secret-warning")?.scrollIntoView({ block: "nearest" });
    this.control.focus();
  }

  /** Says what looks wrong in the answer, which may be right all the same. */
  explain() {
    const { settings, network } = this.context;
    const problem = this.isSelect ? "" : findProblem(this.kind, this.text, network());
    this.notice.show("kind", [problem && settings.problems[problem].replace("{network}", this.networkName)]);
  }

  /** What the form calls the network of the address in the field. */
  get networkName() {
    return this.context.root.querySelector(`option[data-addresses="${networkOf(this.text)}"]`)?.textContent ?? "";
  }

  clear() {
    if (this.control instanceof HTMLSelectElement) this.control.selectedIndex = 0;
    else this.control.value = "";
    this.notice.clear();
    this.showError("");
  }
}
