// @ts-check
// Shows one step at a time. The browser's Back and Forward move between them; its history holds a number, and nothing
// that was typed.
import { find, findAll } from "../shared/dom.js";

export class Steps {
  /** @type {string[]} the steps shown so far, as in the browser's history */
  #visited = [];
  #position = 0;

  /**
   * @param {HTMLElement} root @param {object} options
   * @param {string} options.progress the text "Step {step} of {count}"
   * @param {(name: string) => boolean} options.isOpen whether a step may be shown as things are
   * @param {(name: string, isFirst: boolean) => void} options.onEnter
   */
  constructor(root, { progress, isOpen, onEnter }) {
    this.root = root;
    this.progress = progress;
    this.isOpen = isOpen;
    this.onEnter = onEnter;
    this.title = document.title;
    this.sections = new Map(findAll(root, "[data-step]").map((section) => [section.dataset.step ?? "", section]));
    addEventListener("popstate", ({ state }) => {
      if (state) this.#return(Number(state.step));
      else history.replaceState({ step: this.#position }, ""); // a link to a place in the page, as the skip link is
    });
    this.restart();
  }

  get first() {
    return [...this.sections.keys()][0];
  }

  get current() {
    return this.#visited[this.#position];
  }

  /** Goes on to a step. @param {string} name */
  go(name) {
    this.#visited.length = this.#position + 1;
    this.#visited.push(name);
    this.#position += 1;
    history.pushState({ step: this.#position }, "");
    this.#show(name);
  }

  back() {
    if (this.#position) history.back();
  }

  /** Starts again at the first step. */
  restart() {
    this.#visited = [this.first];
    this.#position = 0;
    history.replaceState({ step: 0 }, "", document.URL.split("#")[0]);
    this.#show(this.first, false);
  }

  /** @param {number} position */
  #return(position) {
    if (!this.#visited[position]) return this.restart();
    this.#position = position;
    while (this.#position && !this.isOpen(this.current)) this.#position -= 1;
    this.#show(this.current);
  }

  /** @param {string} name @param {boolean} [focus] */
  #show(name, focus = true) {
    for (const [other, section] of this.sections) section.hidden = other !== name;
    const section = /** @type {HTMLElement} */ (this.sections.get(name));
    const heading = find(section, "h2");
    const names = [...this.sections.keys()];
    const progress = this.progress.replace("{step}", String(names.indexOf(name) + 1)).replace("{count}", String(names.length));
    find(section, ".step__progress").textContent = progress;
    document.title = focus ? `${heading.textContent} - ${this.title}` : this.title;
    this.onEnter(name, name === this.first);
    if (!focus) return;
    heading.focus({ preventScroll: true });
    section.scrollIntoView({ block: "start" });
  }
}
