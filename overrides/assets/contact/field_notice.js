// @ts-check
// What is said of an answer next to its field: notes, the warning that it was emptied, and the question what 64 hex
// digits are.
import { cloneTemplate, element, find } from "../shared/dom.js";

export class FieldNotice {
  /** @param {HTMLElement} root the field @param {HTMLElement} form where the templates are */
  constructor(root, form) {
    this.root = root;
    this.form = form;
    this.note = find(root, ".field__note");
  }

  /** Replaces the notes on a topic. @param {string} topic @param {string[]} texts */
  show(topic, texts) {
    for (const paragraph of this.note.querySelectorAll(`[data-topic="${topic}"]`)) paragraph.remove();
    for (const text of texts.filter(Boolean)) {
      const paragraph = element("p", {}, text);
      paragraph.dataset.topic = topic;
      this.note.append(paragraph);
    }
  }

  /** Says that the field was emptied, instead of anything else. @param {HTMLElement} control */
  showSecretWarning(control) {
    this.clear();
    control.after(cloneTemplate(this.form, "secret-warning"));
  }

  /** Asks once what the digits are. @param {{ hash: () => void, key: () => void }} answers */
  askAboutKey({ hash, key }) {
    if (this.root.querySelector(".key-question")) return;
    const question = cloneTemplate(this.form, "key-question");
    find(question, "[data-hash]").addEventListener("click", hash);
    find(question, "[data-key]").addEventListener("click", key);
    this.note.before(question);
  }

  removeQuestion() {
    this.root.querySelector(".key-question")?.remove();
  }

  clear() {
    for (const notice of this.root.querySelectorAll(".secret-warning, .key-question")) notice.remove();
    this.note.textContent = "";
  }
}
