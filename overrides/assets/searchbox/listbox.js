// @ts-check
// The list below the search box, with its status: a listbox whose active option the input names.
import { element, find } from "../shared/dom.js";

export class Listbox {
  /** @type {HTMLElement | null} */
  active = null;
  count = 0;

  /** @param {HTMLInputElement} input @param {HTMLElement} panel @param {() => void} onChoose */
  constructor(input, panel, onChoose) {
    this.input = input;
    this.panel = panel;
    this.onChoose = onChoose;
    this.list = find(panel, "[role=listbox]");
    this.status = find(panel, "[role=status]");
  }

  get options() {
    return /** @type {HTMLElement[]} */ ([...this.list.querySelectorAll("[role=option]")]);
  }

  /** @param {string} label for screen readers @param {HTMLElement[]} links */
  group(label, links) {
    const attributes = { role: "group", "aria-label": label, class: "search__group" };
    return element("div", attributes, ...links.map((link) => this.option(link)));
  }

  /** A group whose label is seen, too. @param {string} label @param {HTMLElement[]} links */
  labelledGroup(label, links) {
    const group = this.group(label, links);
    group.prepend(element("p", { class: "search__label", "aria-hidden": "true" }, label));
    return group;
  }

  /** @param {HTMLElement} link */
  option(link) {
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.tabIndex = -1;
    link.id = `${this.list.id}-${this.count++}`;
    link.addEventListener("click", this.onChoose);
    return link;
  }

  /** @param {HTMLElement} option */
  activate(option) {
    this.deactivate();
    this.active = option;
    option.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  /** Goes to another option. @param {string} key @returns {boolean} whether it means one here */
  move(key) {
    const { options, active } = this;
    if (this.panel.hidden || !options.length) return false;
    const index = active ? options.indexOf(active) : -1;
    const first = active ? 0 : undefined;
    /** @type {Record<string, number | undefined>} */
    const targets = { ArrowDown: index + 1, ArrowUp: Math.max(index, 0) - 1, Home: first, End: active ? -1 : undefined };
    const target = targets[key];
    if (target === undefined) return false;
    this.activate(/** @type {HTMLElement} */ (options.at(target % options.length)));
    return true;
  }

  /** Replaces status and options. @param {(Node | string)[]} status @param {HTMLElement[]} content */
  show(status, content) {
    this.deactivate();
    this.status.replaceChildren(...status);
    this.list.replaceChildren(...content);
    this.panel.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
  }

  close() {
    this.deactivate();
    this.panel.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }

  deactivate() {
    this.active?.setAttribute("aria-selected", "false");
    this.active = null;
    this.input.removeAttribute("aria-activedescendant");
  }
}
