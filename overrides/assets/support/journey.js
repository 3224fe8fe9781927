// @ts-check
// The journey to support, a step at a time. Without this the page is one to read; support.js loads it.
//
// It sends nothing: no request, no storage, no address that holds what was typed, but for the links that the reader
// opens at the end. The page's policy stops what a script could send; a test holds this script to the few ways that a
// policy cannot stop.
import { inVain } from "../searchbox/vain.js";
import { copyOf, make, part, partsOf } from "./dom.js";
import { Draft } from "./draft.js";
import { list } from "./errors.js";
import { Field } from "./field.js";
import { comparer } from "./near.js";
import { Send } from "./send.js";
import { read } from "./settings.js";
import { Steps } from "./steps.js";
import { judge, Vouched } from "./watch.js";

/** @typedef {import("./kinds.js").Network} Network */

/**
 * @param {HTMLElement} root its first step shows already
 * @param {{ articles: import("./near.js").Known[], glossary: string[][] }} known what descriptions are compared with
 * @param {ReturnType<typeof import("./arrival.js").brought>} arrived
 * @returns {(button: HTMLElement) => void} what answers to a button
 */
export function start(root, known, arrived) {
  const settings = read();
  const { phrases } = settings;
  const vouched = new Vouched();
  const draft = new Draft(settings, vouched);
  const nearest = comparer(known.articles, known.glossary);
  const types = /** @type {HTMLInputElement[]} */ (partsOf(root, 'input[name="about"]'));
  const step = (/** @type {string} */ name) => part(root, `[data-step="${name}"]`);
  const answersTo = (/** @type {string} */ type) => root.querySelector(`[data-answers="${type}"]`);
  const all = partsOf(root, "[data-detail]").map(
    (element) => new Field(element, { root, settings, vouched, network: () => network(), changed: () => suggest() }),
  );
  const send = new Send(step("send"), settings, (isPublic) => draft.finished(isPublic));

  /** The network that was chosen, where addresses of it can be checked. */
  const network = () => {
    const field = draft.fields.find(({ kind }) => kind === "network");
    return /** @type {Network | ""} */ (field?.option?.dataset.addresses ?? "");
  };

  /** The field that is described in: the first of the long ones. */
  const description = () => draft.fields.find((field) => field.kind === "long_text");

  const suggest = () => {
    const found = nearest(description()?.text ?? "", draft.type?.value ?? "");
    const near = part(root, "[data-near]");
    near.hidden = !found.length;
    part(near, "ul").replaceChildren(
      ...found.map(({ title, url }) => {
        const link = /** @type {HTMLAnchorElement} */ (make("a", "", title, make("small", "unseen", ` (${phrases.newTab})`)));
        link.href = url;
        link.target = "_blank"; // what was typed stays
        link.rel = "noopener";
        return make("li", "", link);
      }),
    );
  };

  /** Takes up an issue type: its details are asked for, needed ones first. @param {HTMLInputElement} type */
  const take = (type) => {
    draft.type = type;
    const required = (type.dataset.required ?? "").split(" ").filter(Boolean);
    const optional = (type.dataset.optional ?? "").split(" ").filter(Boolean);
    part(root, "[data-store]").append(...all.map((field) => field.root));
    for (const field of all) {
      field.isRequired = required.includes(field.id);
      field.root.hidden = !field.isRequired && !optional.includes(field.id);
      part(field.root, "[data-needless]").hidden = field.isRequired;
      field.control.toggleAttribute("aria-required", false);
      if (field.isRequired) field.control.setAttribute("aria-required", "true");
    }
    const byId = new Map(all.map((field) => [field.id, field.root]));
    const roots = (/** @type {string[]} */ ids) => ids.flatMap((id) => byId.get(id) ?? []);
    part(root, '[data-asked="required"]').replaceChildren(...roots(required));
    part(root, '[data-asked="optional"]').replaceChildren(...roots(optional));
    part(root, "[data-helpful]").hidden = !optional.length;
    draft.fields = all.filter((field) => !field.root.hidden);
    description()?.root.append(part(root, "[data-near]"));
    bring();
    suggest();
  };

  /** Puts the words of a search into the description, once. */
  const bring = () => {
    const field = description();
    if (!arrived.words || !field || field.text || field.isChosen) return;
    field.control.value = arrived.words;
    arrived.words = "";
    field.watch();
    field.say("from", [phrases.from]);
  };

  const summarise = () => {
    const rows = draft.fields.map((field) => {
      const change = make("button", "link", phrases.change, make("small", "unseen", ` ${field.title}`));
      change.addEventListener("click", () => {
        steps.go("details");
        const closed = field.control.closest("details");
        if (closed) closed.open = true;
        field.control.focus();
      });
      const { masks, text, isWarned } = field.verdict;
      const said = [
        masks.length ? phrases.mask.replace("{what}", masks.map((rule) => settings.masks[rule]).join(", ")) : "",
        isWarned ? phrases.warn : "",
      ].filter(Boolean);
      const shown = make("dd", "", text || make("small", "", phrases.empty), ...said.map((words) => make("small", "", words)));
      shown.translate = false;
      return make("div", "", make("dt", "", field.title), shown, make("dd", "summary__change", change));
    });
    part(root, "[data-summary]").replaceChildren(...rows);
  };

  const steps = new Steps(root, {
    place: phrases.step,
    isOpen: (name) => {
      if (name === "answers") return draft.type !== null && answersTo(draft.type.value) !== null;
      if (name === "details") return draft.type !== null;
      return name === "check" || name === "send" ? draft.isWhole : true;
    },
    entered: (name, isFirst) => {
      for (const lead of partsOf(root, "[data-lead]")) lead.hidden = !isFirst;
      for (const each of partsOf(root, "[data-answers]")) each.hidden = each !== answersTo(draft.type?.value ?? "");
      if (name !== "details") for (const warning of partsOf(root, ".blocked")) warning.remove();
      if (name === "check") summarise();
      if (name === "send") send.render();
    },
  });

  /** What leads on from each step. @type {Record<string, () => void>} */
  const next = {
    about: () => {
      const chosen = types.find((type) => type.checked);
      const box = part(step("about"), "[data-errors]");
      list(box, phrases.errors, chosen ? [] : [{ text: phrases.about, control: types[0] }]);
      showChoice(chosen ? "" : phrases.about);
      if (!chosen) return;
      if (chosen !== draft.type) take(chosen);
      steps.go(answersTo(chosen.value) ? "answers" : "details");
    },
    answers: () => steps.go("details"),
    details: () => {
      for (const field of draft.fields) field.showFault(field.fault);
      const { faults } = draft;
      list(part(step("details"), "[data-errors]"), phrases.errors, faults);
      if (faults.length) return;
      if (draft.finished(false)) steps.go("check");
      else {
        draft.dropSecrets();
        part(root, ".blocked").focus();
      }
    },
    check: () => steps.go("send"),
  };

  const showChoice = (/** @type {string} */ fault) => {
    const error = part(root, "#about-error");
    error.textContent = fault;
    error.hidden = !fault;
  };

  /** Leaves nothing of what was typed or chosen. */
  const clear = () => {
    for (const field of all) field.clear();
    for (const type of types) type.checked = false;
    for (const box of partsOf(root, "[data-errors]")) box.hidden = true;
    draft.type = null;
    draft.fields = [];
    draft.read = "";
    draft.searched = "";
    /** @type {HTMLInputElement} */ (part(root, "#vain")).checked = false;
    vouched.clear();
    showChoice("");
    send.clear();
    part(root, "[data-summary]").textContent = "";
    part(root, "[data-from]").hidden = true;
    suggest();
  };

  /** @param {HTMLElement} button */
  const press = (button) => {
    if (button.dataset.to) steps.go(button.dataset.to);
    else if ("next" in button.dataset) next[steps.current]();
    else if ("back" in button.dataset) steps.back();
    else if ("again" in button.dataset) {
      clear();
      steps.restart();
      part(step(steps.first), "h2").focus();
    }
  };
  root.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLElement} */ (target).closest("button");
    if (button) press(button);
  });
  root.addEventListener("keydown", (event) => {
    const { key, isComposing, target } = event;
    if (key !== "Enter" || isComposing || !(target instanceof HTMLInputElement) || target.name === "channel") return;
    event.preventDefault();
    next[steps.current]?.();
  });
  addEventListener("pagehide", clear);
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    clear();
    steps.restart();
  });

  const chosen = types.find((type) => type.checked);
  clear();
  arrive();
  if (chosen) chosen.checked = true;
  offerVain();
  return press;

  /** Offers to add what was searched for in vain and stands nowhere in the message yet. Not what the guard stops. */
  function offerVain() {
    const queries = inVain().filter((query) => query !== arrived.words);
    const box = /** @type {HTMLInputElement} */ (part(root, "#vain"));
    const line = /** @type {HTMLElement} */ (box.closest("label"));
    if (!queries.length || judge(queries.join("\n"), "", vouched).isBlocked) return;
    part(line, "span").textContent = phrases.vain.replace("{words}", queries.map((query) => `“${query}”`).join(" "));
    line.hidden = false;
    box.addEventListener("change", () => (draft.searched = box.checked ? queries.join("; ") : ""));
  }

  /** Takes up what the reader brought: the article that did not help, or the words of a search. */
  function arrive() {
    const article = known.articles.find(({ id }) => id === arrived.article);
    if (article) {
      draft.read = `${article.title} (${article.id})`;
      const from = part(root, "[data-from]");
      from.textContent = `${phrases.read}: ${article.title}`;
      from.hidden = false;
      const type = types.find(({ value }) => article.types.includes(value));
      if (type) type.checked = true;
    }
    if (types.length === 1) types[0].checked = true;
    if (judge(arrived.words, "", vouched).isBlocked) {
      arrived.words = "";
      part(step(steps.first), "h2").after(copyOf(root, "blocked"));
    }
  }
}
