// @ts-check
// The list below the search box: a combobox as the ARIA Authoring Practices describe it (1.2, list autocomplete).
import { element, find } from "../shared/dom.js";
import { isComposing } from "../shared/keyboard.js";
import { isHarmless } from "./harmless_query.js";
import { clearRecentSearches, recentSearches, recordSearch } from "./recent_searches.js";
import { countText, resultLinks } from "./result_links.js";
import { isSecret } from "./secret_query.js";
import { secretWarning } from "./secret_warning.js";
import { absoluteUrl } from "./settings.js";

/** @typedef {import("../search/engine.js").Result} Result */

const MAX_ARTICLES = 6; // articles in the list; the results page has them all
/** Milliseconds until the best article is shown by itself. */
const EARLY_AFTER = 400;

export class Combobox {
  /** @type {HTMLElement | null} */
  active = null;
  /** The number of the newest search: an older one's results are not shown. */
  newest = 0;

  /** @param {HTMLInputElement} input @param {HTMLElement} panel @param {import("../search/engine.js").Engine} engine
   * @param {import("./engine_loader.js").SearchData} data */
  constructor(input, panel, engine, data) {
    this.input = input;
    this.panel = panel;
    this.engine = engine;
    this.data = data;
    this.list = find(panel, "[role=listbox]");
    this.status = find(panel, "[role=status]");
    input.addEventListener("input", (event) => {
      if (!(/** @type {InputEvent} */ (event).isComposing)) this.update();
    });
    input.addEventListener("compositionend", () => this.update());
    input.addEventListener("keydown", (event) => this.onKey(event));
    input.addEventListener("focus", () => this.update());
    document.addEventListener("pointerdown", (event) => {
      if (!this.input.parentElement?.contains(/** @type {Node} */ (event.target))) this.close();
    });
    input.parentElement?.addEventListener("focusout", (event) => {
      if (!this.input.parentElement?.contains(/** @type {Node | null} */ (event.relatedTarget))) this.close();
    });
    if (document.activeElement === input) this.update();
  }

  get query() {
    return this.input.value.trim();
  }

  get options() {
    return /** @type {HTMLElement[]} */ ([...this.list.querySelectorAll("[role=option]")]);
  }

  /** Shows what fits the input. */
  async update() {
    const { query } = this;
    const number = ++this.newest;
    if (!query) return this.suggest();
    if (!isHarmless(query) && (await isSecret(query))) return this.refuse(number);
    const isCurrent = () => number === this.newest && document.activeElement === this.input;
    let isEarly = false;
    let timer = 0;
    /** Shows the best article of a large site before the others are ranked. @param {Result} result */
    const showEarly = (result) => {
      if (!isCurrent() || this.list.querySelector(".result__title")) return;
      isEarly = true;
      this.clear();
      this.setStatus("");
      this.list.append(this.resultGroup(result));
      this.open();
    };
    /** Waits a moment first: where all results come at once, nothing is to move. @param {Result} result */
    const first = (result) => {
      timer = setTimeout(showEarly, EARLY_AFTER, result);
    };
    const { results, total, near } = await this.engine.search(query, { limit: MAX_ARTICLES, first });
    clearTimeout(timer);
    if (!isCurrent()) return;
    const activeUrl = isEarly && this.active?.getAttribute("href");
    this.clear();
    this.list.append(...results.map((result) => this.resultGroup(result)));
    const { strings } = this.data;
    if (results.length) {
      this.setStatus(countText(this.data.count, total));
      const more = { class: "search__more", href: this.resultsUrl(query) };
      if (total > results.length) this.list.append(this.option(element("a", more, strings.more)));
    } else {
      this.setStatus(strings.none.replace("{query}", query));
      const titles = near.map((result) => resultLinks(result, strings)[0]);
      if (titles.length) this.list.append(this.group(strings.near, titles));
      const href = `${absoluteUrl(this.data.contact)}#q=${encodeURIComponent(query)}`;
      this.list.append(this.option(element("a", { href }, strings.contact)));
    }
    this.open();
    const sameOption = activeUrl && this.options.find((option) => option.getAttribute("href") === activeUrl);
    if (sameOption) this.activate(sameOption);
  }

  /** Clears the input of a secret, and says so. @param {number} number of the search that would have been */
  refuse(number) {
    if (number !== this.newest) return;
    this.input.value = "";
    this.clear();
    this.setStatus(...secretWarning(this.data));
    this.open();
  }

  /** Before anything is typed: the popular articles, and recent searches where they are stored. */
  suggest() {
    const { strings, popular } = this.data;
    this.clear();
    this.setStatus(strings.popular);
    this.list.append(...popular.map(({ title, url }) => this.option(element("a", { href: absoluteUrl(url) }, title))));
    const queries = this.data.recent ? recentSearches() : [];
    if (queries.length) {
      const searches = queries.map((query) => element("a", { href: this.resultsUrl(query) }, query));
      const button = element("button", { type: "button", class: "search__forget" }, strings.forget);
      button.addEventListener("click", () => {
        clearRecentSearches();
        this.input.focus();
        this.suggest();
      });
      const group = this.group(strings.recent, searches);
      group.prepend(element("p", { class: "search__label", "aria-hidden": "true" }, strings.recent));
      this.list.append(group);
      this.status.append(" ", button);
    }
    if (this.list.childElementCount) this.open();
    else this.close();
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (isComposing(event)) return;
    const { options } = this;
    const index = this.active ? options.indexOf(this.active) : -1;
    const isOpen = !this.panel.hidden && options.length > 0;
    /** @type {Record<string, () => unknown>} */
    const keys = {
      ArrowDown: () => (isOpen ? this.activate(options[(index + 1) % options.length]) : this.update()),
      ArrowUp: () => isOpen && this.activate(options[index < 1 ? options.length - 1 : index - 1]),
      Enter: () => this.follow(),
      Escape: () => (this.panel.hidden ? this.clearInput() : this.close()),
    };
    if (this.active && isOpen) {
      keys.Home = () => this.activate(options[0]);
      keys.End = () => this.activate(options[options.length - 1]);
    }
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  }

  /** Leads to the active option, or to the results page. */
  async follow() {
    const { query } = this;
    if (!isHarmless(query) && (await isSecret(query))) return this.refuse(this.newest);
    this.record();
    if (this.active) return this.active.click();
    if (!query) return;
    this.close(); // on the results page no other page replaces this one
    element("a", { href: this.resultsUrl(query) }).click();
  }

  /** Stores the query, where recent searches are turned on. */
  record() {
    if (this.query && this.data.recent) recordSearch(this.query);
  }

  /** @param {string} query */
  resultsUrl(query) {
    return `${absoluteUrl(this.data.page)}#q=${encodeURIComponent(query)}`;
  }

  /** @param {Result} result */
  resultGroup(result) {
    return this.group(result.title, resultLinks(result, this.data.strings));
  }

  /** @param {string} label for screen readers @param {HTMLElement[]} links */
  group(label, links) {
    const attributes = { role: "group", "aria-label": label, class: "search__group" };
    return element("div", attributes, ...links.map((link) => this.option(link)));
  }

  /** @param {HTMLElement} link */
  option(link) {
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.tabIndex = -1;
    link.id = `${this.list.id}-${this.list.dataset.count ?? 0}`;
    this.list.dataset.count = String(Number(this.list.dataset.count ?? 0) + 1);
    link.addEventListener("click", () => {
      this.record();
      this.close();
    });
    return link;
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

  /** @param {(Node | string)[]} message */
  setStatus(...message) {
    this.status.replaceChildren(...message);
  }

  open() {
    this.panel.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
  }

  close() {
    this.newest += 1;
    this.panel.hidden = true;
    this.active = null;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  clearInput() {
    this.input.value = "";
    this.input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
