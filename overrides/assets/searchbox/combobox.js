// @ts-check
// What the search box offers: a combobox as the ARIA Authoring Practices describe it (1.2, list autocomplete).
import { element } from "../shared/dom.js";
import { isComposing } from "../shared/keyboard.js";
import { contactLink, digest } from "./digest.js";
import { isHarmless } from "./harmless_query.js";
import { Listbox } from "./listbox.js";
import { clearRecentSearches, recentSearches, recordSearch } from "./recent_searches.js";
import { categoryLabel, resultLinks } from "./result_links.js";
import { secretKind } from "./secret_query.js";
import { secretWarning } from "./secret_warning.js";
import { absoluteUrl } from "./settings.js";

/** @typedef {import("../search/engine.js").Result} Result */

/** Milliseconds until the best article is shown by itself. */
const EARLY_AFTER = 400;

export class Combobox {
  /** The number of the newest search: an older one's results are not shown. */
  newest = 0;

  /** @param {HTMLInputElement} input @param {HTMLElement} panel @param {import("../search/engine.js").Engine} engine
   * @param {import("./engine_loader.js").SearchData} data */
  constructor(input, panel, engine, data) {
    this.input = input;
    this.engine = engine;
    this.data = data;
    this.listbox = new Listbox(input, panel, () => {
      this.record();
      this.close();
    });
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

  /** Shows what fits the input. */
  async update() {
    const { query, listbox } = this;
    const number = ++this.newest;
    listbox.deactivate();
    if (!query) return this.suggest();
    const kind = isHarmless(query) ? undefined : await secretKind(query);
    if (kind === "secret") return this.refuse(number);
    const isCurrent = () => number === this.newest && document.activeElement === this.input;
    let timer = 0;
    /** Shows the best article of a large site before the others are ranked. @param {Result} result */
    const showEarly = (result) => {
      if (!isCurrent() || listbox.list.querySelector(".result__title")) return;
      listbox.show([], [this.resultGroup(result, true)]);
    };
    /** Waits a moment first: where all results come at once, nothing is to move. @param {Result} result */
    const first = (result) => {
      timer = setTimeout(showEarly, EARLY_AFTER, result);
    };
    const answer = await this.engine.search(query, { first });
    clearTimeout(timer);
    if (!isCurrent()) return;
    const activeUrl = listbox.active?.getAttribute("href"); // chosen while this answer was awaited
    this.showAnswer(kind ? "" : query, answer);
    const sameOption = activeUrl && listbox.options.find((option) => option.getAttribute("href") === activeUrl);
    if (sameOption) listbox.activate(sameOption);
  }

  /** @param {string} query empty where no link may have it @param {import("../search/engine.js").Answer} answer */
  showAnswer(query, answer) {
    const { listbox, data } = this;
    const { message, best, weaker, nearest } = digest(query, answer, data);
    const content = best.map((result) => this.resultGroup(result, result === best[0]));
    if (weaker.length && query) {
      const more = { class: "search__more", href: this.resultsUrl(query) };
      content.push(listbox.option(element("a", more, data.strings.more)));
    }
    content.push(listbox.option(contactLink(query, data, "search__more", best.length > 0)));
    if (nearest.length) {
      const titles = nearest.map((result) => resultLinks(result, data.strings)[0]);
      content.push(listbox.labelledGroup(data.strings.near, titles));
    }
    listbox.show([query ? message : data.strings.hash], content);
  }

  /** Clears the input of a secret, and says so. @param {number} number of the search that would have been */
  refuse(number) {
    if (number !== this.newest) return;
    this.input.value = "";
    this.listbox.show(secretWarning(this.data), []);
  }

  /** Before anything is typed: the popular articles, and recent searches where they are stored. */
  suggest() {
    const { data, listbox } = this;
    const { strings, popular } = data;
    /** @type {HTMLElement[]} */
    const content = popular.map(({ title, url }) => listbox.option(element("a", { href: absoluteUrl(url) }, title)));
    /** @type {(Node | string)[]} */
    const status = [strings.popular];
    const queries = data.recent ? recentSearches() : [];
    if (queries.length) {
      const searches = queries.map((query) => element("a", { href: this.resultsUrl(query) }, query));
      const button = element("button", { type: "button", class: "search__forget" }, strings.forget);
      button.addEventListener("click", () => {
        clearRecentSearches();
        this.input.focus();
        this.suggest();
      });
      content.push(listbox.labelledGroup(strings.recent, searches));
      status.push(" ", button);
    }
    if (content.length) listbox.show(status, content);
    else this.close();
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (isComposing(event)) return;
    const { listbox } = this;
    /** @type {Record<string, () => unknown>} */
    const keys = {
      ArrowDown: () => this.update(),
      ArrowUp: () => {},
      Enter: () => this.follow(),
      Escape: () => (listbox.panel.hidden ? this.clearInput() : this.close()),
    };
    if (listbox.move(event.key)) return event.preventDefault();
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  }

  /** Leads to the active option, or to the results page. */
  async follow() {
    const { query } = this;
    const kind = isHarmless(query) ? undefined : await secretKind(query);
    if (kind === "secret") return this.refuse(this.newest);
    this.record();
    if (this.listbox.active) return this.listbox.active.click();
    if (!query || kind) return;
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

  /** @param {Result} result @param {boolean} isBest */
  resultGroup(result, isBest) {
    const group = this.listbox.group(result.title, resultLinks(result, this.data.strings, isBest));
    group.prepend(...categoryLabel(result, this.data));
    return group;
  }

  close() {
    this.newest += 1;
    this.listbox.close();
  }

  clearInput() {
    this.input.value = "";
    this.input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
