// @ts-check
// The last step: the message is copied, then its channel is opened. The page itself sends nothing.
import { copyFrom } from "../shared/clipboard.js";
import { part, partsOf } from "../shared/dom.js";
import { filled } from "./handoff.js";

/** @typedef {import("./handoff.js").Finished} Finished */

export class Send {
  /** @type {string} the address that a saved message has while this page is open */
  #saved = "";

  /**
   * @param {HTMLElement} root the step @param {import("./settings.js").SupportSettings} settings
   * @param {(isPublic: boolean) => Finished | null} finish
   */
  constructor(root, settings, finish) {
    this.root = root;
    this.settings = settings;
    this.finish = finish;
    this.box = part(root, "[data-message]");
    this.area = /** @type {HTMLTextAreaElement} */ (part(root, "textarea"));
    this.printed = part(root, "[data-print-text]");
    this.status = part(root, "[data-copy-status]");
    this.save = /** @type {HTMLAnchorElement} */ (part(root, "[data-save]"));
    this.ways = partsOf(root, "[data-channel]");
    this.radios = /** @type {HTMLInputElement[]} */ (partsOf(root, 'input[type="radio"]'));
    root.addEventListener("change", () => this.render());
    part(root, "[data-copy]").addEventListener("click", (event) => this.copy(/** @type {HTMLElement} */ (event.currentTarget)));
    part(root, "[data-print]").addEventListener("click", () => print());
    for (const button of partsOf(root, "[data-copy-id]")) {
      button.addEventListener("click", () => this.copyId(button));
    }
  }

  get chosen() {
    const id = this.radios.find((radio) => radio.checked)?.value;
    return this.ways.find((way) => way.dataset.channel === id);
  }

  /** Shows the message for the chosen channel, and the way there. */
  render() {
    const { chosen } = this;
    const isPublic = chosen !== undefined && "public" in chosen.dataset;
    const finished = this.finish(isPublic);
    this.write(finished?.text ?? "");
    this.status.textContent = "";
    this.box.hidden = !chosen || !finished;
    part(this.root, "[data-public]").hidden = !isPublic;
    part(this.root, "[data-save-options]").hidden = !finished;
    for (const way of this.ways) {
      way.hidden = way !== chosen;
      const link = /** @type {HTMLAnchorElement | null} */ (way.querySelector("[data-open]"));
      if (!link) continue;
      const { href, says } = filled(described(way), way === chosen && finished ? finished : NOTHING);
      link.href = href;
      const words = says ? this.settings.phrases[says].replace("{place}", way.dataset.host ?? "") : "";
      part(way, "[data-link-note]").textContent = words;
    }
  }

  /** @param {string} text */
  write(text) {
    this.area.value = text;
    this.printed.textContent = text;
    if (this.#saved) URL.revokeObjectURL(this.#saved);
    this.#saved = text ? URL.createObjectURL(new Blob([text, "\n"], { type: "text/plain;charset=utf-8" })) : "";
    if (text) this.save.href = this.#saved;
    else this.save.setAttribute("href", "#content");
  }

  /** @param {HTMLElement} button */
  async copy(button) {
    const { phrases } = this.settings;
    this.status.textContent = (await copyFrom(this.area)) ? phrases.copied : phrases.byHand;
    if (this.status.textContent === phrases.copied) button.focus();
  }

  /** Copies the id of an account by way of the same field, which then holds the message again. @param {HTMLElement} button */
  async copyId(button) {
    const { value } = this.area;
    this.area.value = button.dataset.copyId ?? "";
    const isCopied = await copyFrom(this.area);
    this.area.value = value;
    if (isCopied) this.status.textContent = this.settings.phrases.copied;
    button.focus();
  }

  clear() {
    for (const radio of this.radios) radio.checked = false;
    this.write("");
    this.box.hidden = true;
    this.status.textContent = "";
    for (const way of this.ways) {
      way.hidden = true;
      way.querySelector("[data-open]")?.setAttribute("href", way.dataset.base ?? "");
    }
  }
}

/** @type {Finished} */
const NOTHING = { subject: "", text: "", short: "", answers: new Map() };

/** @param {HTMLElement} way @returns {import("./handoff.js").Way} */
function described({ dataset }) {
  const fields = (dataset.fields ?? "").split(" ").filter(Boolean).map((pair) => pair.split(":"));
  return {
    way: dataset.method ?? "",
    base: dataset.base ?? "",
    limit: Number(dataset.limit),
    fields: /** @type {[string, string][]} */ (fields),
  };
}
