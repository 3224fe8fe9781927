// @ts-check
// One step shown at a time. The browser's own Back and Forward walk between them; its history holds a number, and
// nothing that was typed.
import { part, partsOf } from "../shared/dom.js";

/** The steps that count, in their order: the answers belong to the question before them. */
const COUNTED = ["stop", "about", "details", "check", "send"];

export class Steps {
  /** @type {string[]} the steps shown so far, as the history has them */
  #walked = [];
  #at = 0;

  /**
   * @param {HTMLElement} root @param {object} options
   * @param {string} options.place says where a reader stands
   * @param {(name: string) => boolean} options.isOpen whether a step may be shown as things are
   * @param {(name: string, isFirst: boolean) => void} options.entered
   */
  constructor(root, { place, isOpen, entered }) {
    this.root = root;
    this.place = place;
    this.isOpen = isOpen;
    this.entered = entered;
    this.title = document.title;
    this.sections = new Map(partsOf(root, "[data-step]").map((section) => [section.dataset.step ?? "", section]));
    addEventListener("popstate", ({ state }) => {
      if (state) this.#return(Number(state.step));
      else history.replaceState({ step: this.#at }, ""); // a link to a place in the page, as the skip link is
    });
    this.restart();
  }

  get first() {
    return [...this.sections.keys()][0];
  }

  get current() {
    return this.#walked[this.#at];
  }

  /** Shows a step as the next one. @param {string} name */
  go(name) {
    this.#walked.length = this.#at + 1;
    this.#walked.push(name);
    this.#at += 1;
    history.pushState({ step: this.#at }, "");
    this.#show(name);
  }

  back() {
    if (this.#at) history.back();
  }

  /** Begins again, as if nobody had been here. */
  restart() {
    this.#walked = [this.first];
    this.#at = 0;
    history.replaceState({ step: 0 }, "", document.URL.split("#")[0]);
    this.#show(this.first, false);
  }

  /** @param {number} at */
  #return(at) {
    const wanted = this.#walked[at];
    if (!wanted) return this.restart();
    this.#at = at;
    while (this.#at && !this.isOpen(this.current)) this.#at -= 1;
    this.#show(this.current);
  }

  /** @param {string} name @param {boolean} [focus] */
  #show(name, focus = true) {
    for (const [each, section] of this.sections) section.hidden = each !== name;
    const section = /** @type {HTMLElement} */ (this.sections.get(name));
    const heading = part(section, "h2");
    const counted = COUNTED.filter((each) => this.sections.has(each));
    const number = counted.indexOf(name === "answers" ? "about" : name) + 1;
    const place = /** @type {HTMLElement | null} */ (section.querySelector(".step__progress"));
    if (place) place.hidden = false;
    if (place) place.textContent = this.place.replace("{step}", String(number)).replace("{count}", String(counted.length));
    document.title = focus ? `${heading.textContent} - ${this.title}` : this.title;
    this.entered(name, name === this.first);
    if (!focus) return;
    heading.focus({ preventScroll: true });
    section.scrollIntoView({ block: "start" });
  }
}
