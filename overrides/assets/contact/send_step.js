// @ts-check
// The last step: the message is looked over and copied, then its channel is opened. The page itself sends nothing.
import { copyFrom } from "../shared/clipboard.js";
import { find, findAll } from "../shared/dom.js";
import { isInAppBrowser } from "../shared/in_app_browser.js";
import { fillLink } from "./handoff.js";

/** @typedef {import("./handoff.js").Message} Message */

/** @type {Message} */
const EMPTY_MESSAGE = { subject: "", text: "", short: "", answers: new Map() };

export class SendStep {
  /** @type {string} the URL of the file to save, while this page is open */
  #fileUrl = "";

  /**
   * @param {HTMLElement} root the step @param {import("./settings.js").ContactSettings} settings
   * @param {(language: string, isPublic: boolean) => Message | null} finish
   */
  constructor(root, settings, finish) {
    this.root = root;
    this.settings = settings;
    this.finish = finish;
    this.messageField = /** @type {HTMLTextAreaElement} */ (find(root, "textarea"));
    this.printText = find(root, "[data-print-text]");
    this.status = find(root, "[data-copy-status]");
    this.saveLink = /** @type {HTMLAnchorElement} */ (find(root, "[data-save]"));
    this.handoffs = findAll(root, "[data-channel]");
    this.radios = /** @type {HTMLInputElement[]} */ (findAll(root, 'input[type="radio"]'));
    root.addEventListener("change", () => this.render());
    const copyButton = find(root, "[data-copy]");
    copyButton.addEventListener("click", () => this.copy(copyButton));
    find(root, "[data-print]").addEventListener("click", () => print());
    for (const button of findAll(root, "[data-copy-id]")) {
      button.addEventListener("click", () => this.copyId(button));
    }
  }

  /** The value of what is chosen in a group. @param {string} name */
  chosen(name) {
    return this.radios.find((radio) => radio.name === name && radio.checked)?.value ?? "";
  }

  /** Shows the message for the chosen channel, and the way there. */
  render() {
    const channel = this.chosen("channel");
    const handoff = this.handoffs.find(({ dataset }) => dataset.channel === channel);
    const isPublic = handoff !== undefined && "public" in handoff.dataset;
    const message = this.finish(this.chosen("language"), isPublic) ?? EMPTY_MESSAGE;
    this.write(message.text);
    this.status.textContent = "";
    find(this.root, "[data-public]").hidden = !isPublic;
    for (const other of this.handoffs) this.renderHandoff(other, other === handoff ? message : EMPTY_MESSAGE);
    if (handoff) handoff.hidden = false;
  }

  /** @param {HTMLElement} handoff @param {Message} message */
  renderHandoff(handoff, message) {
    handoff.hidden = true;
    const link = /** @type {HTMLAnchorElement | null} */ (handoff.querySelector("[data-open]"));
    if (!link) return;
    const { href, note } = fillLink(readHandoff(handoff), message);
    link.href = href;
    link.hidden = isInAppBrowser && link.protocol !== "https:";
    const text = this.settings.strings[link.hidden ? "paste" : note];
    find(handoff, "[data-link-note]").textContent = text?.replace("{place}", handoff.dataset.host ?? "") ?? "";
  }

  /** @param {string} text */
  write(text) {
    this.messageField.value = text;
    this.printText.textContent = text;
    if (this.#fileUrl) URL.revokeObjectURL(this.#fileUrl);
    this.#fileUrl = text ? URL.createObjectURL(new Blob([text, "\n"], { type: "text/plain;charset=utf-8" })) : "";
    if (text) this.saveLink.href = this.#fileUrl;
    else this.saveLink.setAttribute("href", "#content");
  }

  /** @param {HTMLElement} button */
  async copy(button) {
    const { strings } = this.settings;
    const isCopied = await copyFrom(this.messageField);
    this.status.textContent = isCopied ? strings.copied : strings.byHand;
    if (isCopied) button.focus();
  }

  /** Copies the id of an account. @param {HTMLElement} button */
  async copyId(button) {
    const { value } = this.messageField;
    this.messageField.value = button.dataset.copyId ?? "";
    const isCopied = await copyFrom(this.messageField);
    this.messageField.value = value;
    if (isCopied) this.status.textContent = this.settings.strings.copied;
    button.focus();
  }

  clear() {
    for (const radio of this.radios) radio.checked = radio.defaultChecked;
    this.write("");
    this.status.textContent = "";
    for (const handoff of this.handoffs) {
      handoff.querySelector("[data-open]")?.setAttribute("href", handoff.dataset.base ?? "");
    }
  }
}

/** @param {HTMLElement} element @returns {import("./handoff.js").Handoff} */
function readHandoff({ dataset }) {
  const fields = (dataset.fields ?? "").split(" ").filter(Boolean).map((pair) => pair.split(":"));
  return {
    method: dataset.method ?? "",
    base: dataset.base ?? "",
    limit: Number(dataset.limit),
    fields: /** @type {[string, string][]} */ (fields),
  };
}
