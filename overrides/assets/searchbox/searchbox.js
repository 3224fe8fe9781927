// @ts-check
// The search box of every page. Until this has run it is a link to the page that lists all articles; what answers, and
// its index, come when a pointer or the focus first comes to it. What is typed stays in this browser.
import { address, element, script, settings } from "./settings.js";

const PATIENCE = 300; // milliseconds before a reader is told that search is still loading
const LIMIT = 20000; // milliseconds after which loading has failed

/** The box in `root`, made an input. @param {HTMLElement} root @param {number} number */
function upgrade(root, number) {
  const link = /** @type {HTMLAnchorElement} */ (root.querySelector("a"));
  const list = `search-list-${number}`;
  const input = /** @type {HTMLInputElement} */ (
    element("input", {
      type: "search",
      role: "combobox",
      "aria-label": link.textContent?.trim() ?? "",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": list,
      placeholder: link.textContent?.trim() ?? "",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      enterkeyhint: "search",
    })
  );
  const panel = element("div", { class: "search__panel", hidden: "" });
  panel.append(
    element("p", { class: "search__status", role: "status" }),
    element("div", { class: "search__list", id: list, role: "listbox", "aria-label": settings.phrases.title }),
  );
  link.replaceWith(input);
  root.append(panel);
  input.addEventListener("pointerenter", () => answers().catch(() => {}), { once: true }); // it comes before the focus
  input.addEventListener("focus", () => connect(input, panel), { once: true });
  if (document.activeElement === document.body && root.dataset.autofocus !== undefined) input.focus();
}

/** @type {Promise<typeof import("./lazy_entry.js")> | undefined} */
let coming;

/** What answers, fetched once. All that it will ask for is on its way at once. */
function answers() {
  coming ??= load().catch((error) => {
    coming = undefined;
    throw error;
  });
  return coming;
}

/** @returns {Promise<typeof import("./lazy_entry.js")>} */
async function load() {
  const hint = (/** @type {Record<string, string>} */ attributes) => document.head.append(element("link", attributes));
  hint({ rel: "modulepreload", href: address(settings.engine) });
  const files = [settings.index, settings.words];
  if (!settings.index.endsWith("/index.bin")) files.push(settings.index.replace(/bin$/, "json")); // a small one has its texts in one file
  for (const url of files) hint({ rel: "preload", as: "fetch", crossorigin: "anonymous", href: address(url) });
  return script(settings.answers);
}

/** Loads what answers, and says so where that takes long or fails. @param {HTMLInputElement} input @param {HTMLElement} panel */
async function connect(input, panel) {
  const status = /** @type {HTMLElement} */ (panel.querySelector(".search__status"));
  const say = (/** @type {(Node | string)[]} */ ...words) => {
    status.replaceChildren(...words);
    panel.hidden = false;
  };
  const waiting = setTimeout(() => say(settings.phrases.loading), PATIENCE);
  try {
    const late = new Promise((_, fail) => setTimeout(() => fail(new Error("timeout")), LIMIT));
    const attach = answers().then(({ prepare }) => prepare(input, panel));
    const start = await Promise.race([attach, late]);
    clearTimeout(waiting);
    status.replaceChildren();
    panel.hidden = true;
    start();
  } catch {
    clearTimeout(waiting);
    const retry = element("button", { type: "button" }, settings.phrases.retry);
    retry.addEventListener("click", () => {
      input.focus();
      connect(input, panel);
    });
    say(settings.phrases.failed, " ", retry);
  }
}

/** `/`, `s` and Ctrl or Cmd with K lead to the box. @param {KeyboardEvent} event */
function shortcut(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  const typing = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const wanted = plain ? !typing && (event.key === "/" || event.key === "s") : !event.altKey && event.key === "k";
  if (!wanted || event.isComposing) return;
  const input = /** @type {HTMLInputElement | null} */ (document.querySelector('[data-component="search"] input'));
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.select();
}

document.querySelectorAll('[data-component="search"]').forEach((root, number) => {
  upgrade(/** @type {HTMLElement} */ (root), number);
});
document.addEventListener("keydown", shortcut);

const results = /** @type {HTMLElement | null} */ (document.querySelector('[data-component="search-results"]'));
if (results) answers().then(({ show }) => show(results));
