// @ts-check
// What stands beside a field and speaks of the answer in it: explanations, the warning that it was emptied, and the
// question what 64 hex digits are.
import { copyOf, make, part } from "../shared/dom.js";

export class Notice {
  /** @param {HTMLElement} root the field @param {HTMLElement} page where the templates are */
  constructor(root, page) {
    this.root = root;
    this.page = page;
    this.note = part(root, ".field__note");
  }

  /** @param {string} topic what was said of it before goes @param {string[]} words */
  say(topic, words) {
    for (const old of this.note.querySelectorAll(`[data-topic="${topic}"]`)) old.remove();
    for (const text of words.filter(Boolean)) {
      const said = make("p", "", text);
      said.dataset.topic = topic;
      this.note.append(said);
    }
  }

  /** Says that the field was emptied, and nothing else any more. @param {HTMLElement} control */
  warn(control) {
    this.clear();
    control.after(copyOf(this.page, "blocked"));
  }

  /** Asks once what the digits are. @param {{ hash: () => void, key: () => void }} answers */
  ask({ hash, key }) {
    if (this.root.querySelector(".key-question")) return;
    const question = copyOf(this.page, "ask");
    part(question, "[data-hash]").addEventListener("click", hash);
    part(question, "[data-key]").addEventListener("click", key);
    this.note.before(question);
  }

  /** Takes the question away. */
  settle() {
    this.root.querySelector(".key-question")?.remove();
  }

  clear() {
    for (const shown of this.root.querySelectorAll(".secret-warning, .key-question")) shown.remove();
    this.note.textContent = "";
  }
}
