// @ts-check
// The details that an issue type asks for, needed ones first, and the articles that come near to what is described.
import { make, part, partsOf } from "../shared/dom.js";
import { Field } from "./field.js";

/** @typedef {import("./field_checks.js").Network} Network */
/** @typedef {import("./suggestions.js").Known} Known */

export class Details {
  /** @type {Field[]} those that are asked for now, in the order of the message */
  asked = [];
  /** The issue type that asks for them. */
  #type = "";

  /**
   * @param {HTMLElement} root @param {import("./settings.js").SupportSettings} settings
   * @param {import("./secret_check.js").Vouched} vouched
   * @param {(text: string, type: string) => Known[]} nearest the articles nearest to a description
   */
  constructor(root, settings, vouched, nearest) {
    this.root = root;
    this.nearest = nearest;
    this.newTab = settings.phrases.newTab;
    const around = { root, settings, vouched, network: () => this.network, changed: () => this.suggest() };
    this.fields = partsOf(root, "[data-detail]").map((element) => new Field(element, around));
  }

  /** The network that was chosen, where addresses of it can be checked. */
  get network() {
    const field = this.asked.find(({ kind }) => kind === "network");
    return /** @type {Network | ""} */ (field?.option?.dataset.addresses ?? "");
  }

  /** The field that is described in: the first of the long ones. */
  get description() {
    return this.asked.find(({ kind }) => kind === "long_text");
  }

  /** Asks for what an issue type needs. @param {HTMLInputElement} type */
  take({ value, dataset }) {
    const { root, fields } = this;
    const required = (dataset.required ?? "").split(" ").filter(Boolean);
    const optional = (dataset.optional ?? "").split(" ").filter(Boolean);
    part(root, "[data-unused-fields]").append(...fields.map((field) => field.root));
    for (const field of fields) field.place(required.includes(field.id), optional.includes(field.id));
    const byId = new Map(fields.map((field) => [field.id, field.root]));
    const roots = (/** @type {string[]} */ ids) => ids.flatMap((id) => byId.get(id) ?? []);
    part(root, '[data-details="required"]').replaceChildren(...roots(required));
    part(root, '[data-details="optional"]').replaceChildren(...roots(optional));
    part(root, "[data-optional-fields]").hidden = !optional.length;
    this.asked = fields.filter((field) => !field.root.hidden);
    this.#type = value;
    this.description?.root.append(part(root, "[data-suggestions]"));
    this.suggest();
  }

  /** Shows the articles that come near to the description, which open beside the page: what was typed stays. */
  suggest() {
    const found = this.nearest(this.description?.text ?? "", this.#type);
    const near = part(this.root, "[data-suggestions]");
    near.hidden = !found.length;
    part(near, "ul").replaceChildren(
      ...found.map(({ title, url }) => {
        const link = /** @type {HTMLAnchorElement} */ (make("a", "", title, make("small", "visually-hidden", ` (${this.newTab})`)));
        link.href = url;
        link.target = "_blank";
        link.rel = "noopener";
        return make("li", "", link);
      }),
    );
  }

  clear() {
    for (const field of this.fields) field.clear();
    this.asked = [];
    this.#type = "";
    this.suggest();
  }
}
