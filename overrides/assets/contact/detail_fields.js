// @ts-check
// The details that an issue type asks for, required ones first, and the articles that fit the description.
import { element, find, findAll } from "../shared/dom.js";
import { Field } from "./field.js";
import { articleMatcher } from "./suggestions.js";

/** @typedef {import("./field_checks.js").Network} Network */
/** @typedef {import("./suggestions.js").KnownArticle} KnownArticle */

export class DetailFields {
  /** @type {Field[]} those shown now, in the order of the message */
  shown = [];
  /** @type {DOMStringMap} of the issue type that asks for them */
  #type = {};

  /**
   * @param {HTMLElement} root @param {import("./settings.js").ContactSettings} settings
   * @param {import("./secret_check.js").ConfirmedHashes} hashes
   * @param {{ articles: KnownArticle[], glossary: string[][] }} known compared with the description
   * @param {() => void} onChange
   */
  constructor(root, settings, hashes, known, onChange) {
    this.root = root;
    this.known = known;
    this.suggest = articleMatcher(known.articles, known.glossary);
    this.newTab = settings.strings.newTab;
    const changed = () => {
      this.showSuggestions();
      onChange();
    };
    const context = { root, settings, hashes, network: () => this.network, onChange: changed };
    this.fields = findAll(root, "[data-detail]").map((field) => new Field(field, context));
  }

  /** The chosen network, where its addresses can be checked. */
  get network() {
    const field = this.shown.find(({ kind }) => kind === "network");
    return /** @type {Network | ""} */ (field?.option?.dataset.addresses ?? "");
  }

  /** The field for the description: the first long one. */
  get description() {
    return this.shown.find(({ kind }) => kind === "long_text");
  }

  /** Shows the fields of an issue type. @param {HTMLElement} type */
  showFor({ dataset }) {
    const { root, fields } = this;
    const required = words(dataset.required);
    const optional = words(dataset.optional);
    find(root, "[data-unused-fields]").append(...fields.map((field) => field.root));
    for (const field of fields) field.place(required.includes(field.id), optional.includes(field.id));
    const byId = new Map(fields.map((field) => [field.id, field.root]));
    const roots = (/** @type {string[]} */ ids) => ids.flatMap((id) => byId.get(id) ?? []);
    find(root, '[data-details="required"]').replaceChildren(...roots(required));
    find(root, '[data-details="optional"]').replaceChildren(...roots(optional));
    find(root, "[data-optional-fields]").hidden = !optional.length;
    this.shown = fields.filter((field) => !field.root.hidden);
    this.#type = dataset;
    this.description?.root.append(find(root, "[data-suggestions]"));
    this.showSuggestions();
  }

  /** Shows the articles that fit the description, or else the issue type. They open in a new tab: what was typed stays. */
  showSuggestions() {
    const { about = "", answers } = this.#type;
    const near = this.suggest(this.description?.text ?? "", about);
    const usual = words(answers).flatMap((answer) => this.known.articles.find(({ id }) => id === answer) ?? []);
    const articles = near.length ? near : usual;
    const suggestions = find(this.root, "[data-suggestions]");
    suggestions.hidden = !articles.length;
    const items = articles.map(({ title, url }) => {
      const note = element("small", { class: "visually-hidden" }, ` (${this.newTab})`);
      return element("li", {}, element("a", { href: url, target: "_blank", rel: "noopener" }, title, note));
    });
    find(suggestions, "ul").replaceChildren(...items);
  }

  clear() {
    for (const field of this.fields) field.clear();
    this.shown = [];
    this.#type = {};
    this.showSuggestions();
  }
}

/** @param {string} [text] */
const words = (text = "") => text.split(" ").filter(Boolean);
