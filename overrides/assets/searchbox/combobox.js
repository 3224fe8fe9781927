// @ts-check
// The list below the search box: a combobox as the ARIA Authoring Practices describe it (1.2, list autocomplete).
import { forget, recent, record } from "./recent_searches.js";
import { links } from "./result_links.js";
import { address, element } from "./settings.js";
import { words } from "./strings.js";

/** @typedef {import("../search/engine.js").Result} Result */

const SHOWN = 6; // articles in the list; the results page has them all

export class Combobox {
  /** @param {HTMLInputElement} input @param {HTMLElement} panel @param {import("../search/engine.js").Engine} engine */
  constructor(input, panel, engine) {
    this.input = input;
    this.panel = panel;
    this.engine = engine;
    this.list = /** @type {HTMLElement} */ (panel.querySelector("[role=listbox]"));
    this.status = /** @type {HTMLElement} */ (panel.querySelector("[role=status]"));
    this.asked = 0; // the number of the newest question: an older one's answer is not shown
    /** @type {HTMLElement | null} */
    this.active = null;
    input.addEventListener("input", (event) => {
      if (!(/** @type {InputEvent} */ (event).isComposing)) this.ask();
    });
    input.addEventListener("compositionend", () => this.ask());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("focus", () => this.ask());
    document.addEventListener("pointerdown", (event) => {
      if (!this.input.parentElement?.contains(/** @type {Node} */ (event.target))) this.close();
    });
    input.parentElement?.addEventListener("focusout", (event) => {
      if (!this.input.parentElement?.contains(/** @type {Node | null} */ (event.relatedTarget))) this.close();
    });
    if (document.activeElement === input) this.ask();
  }

  async ask() {
    const query = this.input.value.trim();
    const number = ++this.asked;
    if (!query) return this.suggest();
    const isWanted = () => number === this.asked && document.activeElement === this.input;
    let early = false;
    /** The best article of a large site, where nothing else answers yet. @param {Result} result */
    const first = (result) => {
      if (!isWanted() || this.list.querySelector(".result__title")) return;
      early = true;
      this.clear();
      this.say("");
      this.list.append(this.group(result.title, links(result)));
      this.show();
    };
    const { results, total, near } = await this.engine.search(query, { limit: SHOWN, first });
    if (!isWanted()) return;
    const chosen = early && this.active?.getAttribute("href");
    this.clear();
    this.list.append(...results.map((result) => this.group(result.title, links(result))));
    if (results.length) {
      this.say(words.phrases.count.replace("{count}", String(total)));
      if (total > results.length) this.list.append(this.option(this.more(query)));
    } else {
      this.say(words.phrases.none.replace("{query}", query));
      if (near.length) this.list.append(this.group(words.phrases.near, near.flatMap((result) => links(result).slice(0, 1))));
      const contact = element("a", { href: `${address(words.contact)}#q=${encodeURIComponent(query)}` });
      contact.append(words.phrases.contact);
      this.list.append(this.option(contact));
    }
    this.show();
    const again = chosen && this.options.find((option) => option.getAttribute("href") === chosen);
    if (again) this.activate(again);
  }

  /** Before anything is typed: the most asked questions, and what this device searched for, where that is kept. */
  suggest() {
    this.clear();
    this.say(words.phrases.asked);
    const asked = words.asked.map(({ title, url }) => element("a", { href: address(url) }, title));
    this.list.append(...asked.map((link) => this.option(link)));
    const kept = recent();
    if (kept.length) {
      const again = kept.map((query) => element("a", { href: this.pageFor(query) }, query));
      const drop = element("button", { type: "button", class: "search__forget" }, words.phrases.forget);
      drop.addEventListener("click", () => {
        forget();
        this.input.focus();
        this.suggest();
      });
      this.list.append(this.group(words.phrases.recent, again));
      this.status.append(" ", drop);
    }
    if (this.list.childElementCount) this.show();
    else this.close();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.isComposing) return;
    const { options } = this;
    const at = this.active ? options.indexOf(this.active) : -1;
    const open = !this.panel.hidden && options.length > 0;
    /** @type {Record<string, () => unknown>} */
    const keys = {
      ArrowDown: () => (open ? this.activate(options[(at + 1) % options.length]) : this.ask()),
      ArrowUp: () => open && this.activate(options[at < 1 ? options.length - 1 : at - 1]),
      Enter: () => this.go(),
      Escape: () => (this.panel.hidden ? this.empty() : this.close()),
    };
    if (this.active && open) {
      keys.Home = () => this.activate(options[0]);
      keys.End = () => this.activate(options[options.length - 1]);
    }
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  }

  /** To the chosen result, or to the page of all of them. */
  go() {
    const query = this.input.value.trim();
    if (query) record(query);
    if (this.active) return this.active.click();
    if (!query) return;
    this.close(); // on the results page itself no other page comes to take the list away
    element("a", { href: this.pageFor(query) }).click();
  }

  /** @param {string} query */
  pageFor(query) {
    return `${address(words.page)}#q=${encodeURIComponent(query)}`;
  }

  /** @param {string} query */
  more(query) {
    return element("a", { class: "search__more", href: this.pageFor(query) }, words.phrases.more);
  }

  /** @param {string} label @param {HTMLElement[]} links */
  group(label, links) {
    const group = element("div", { role: "group", "aria-label": label, class: "search__group" });
    if (links.every((link) => !link.classList.contains("result__title"))) {
      group.append(element("p", { class: "search__label", "aria-hidden": "true" }, label));
    }
    group.append(...links.map((link) => this.option(link)));
    return group;
  }

  /** @param {HTMLElement} link */
  option(link) {
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.tabIndex = -1;
    link.id = `${this.list.id}-${this.list.dataset.count ?? 0}`;
    this.list.dataset.count = String(Number(this.list.dataset.count ?? 0) + 1);
    link.addEventListener("click", () => {
      if (this.input.value.trim()) record(this.input.value.trim());
      this.close();
    });
    return link;
  }

  get options() {
    return /** @type {HTMLElement[]} */ ([...this.list.querySelectorAll("[role=option]")]);
  }

  /** @param {HTMLElement} option */
  activate(option) {
    this.active?.setAttribute("aria-selected", "false");
    this.active = option;
    option.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  clear() {
    this.active = null;
    this.input.removeAttribute("aria-activedescendant");
    this.list.replaceChildren();
    delete this.list.dataset.count;
  }

  /** @param {string} words */
  say(words) {
    this.status.replaceChildren(words);
  }

  show() {
    this.panel.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
  }

  close() {
    this.asked += 1;
    this.panel.hidden = true;
    this.active = null;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  empty() {
    this.input.value = "";
    this.input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
