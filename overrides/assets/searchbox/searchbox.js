// @ts-check
// The search box of every page. Without this it is a link to the page that lists all articles. The engine and its index
// are loaded when a pointer or the focus first comes to the box. What is typed stays in this browser,
// unless the site has a search server: see hosted_search/.
import { element, find, findAll } from "../shared/dom.js";
import { isComposing } from "../shared/keyboard.js";
import { load, retryable } from "../shared/lazy_load.js";
import { absoluteUrl, settings } from "./settings.js";

const LOADING_SHOWN_AFTER = 300; // milliseconds
const LOADING_TIMEOUT = 20000; // milliseconds

/** Replaces the link by an input and its list. @param {HTMLElement} root @param {number} index */
function createBox(root, index) {
  const link = find(root, "a");
  const listId = `search-list-${index}`;
  const label = link.textContent?.trim() ?? "";
  const input = element("input", {
    type: "search",
    role: "combobox",
    "aria-label": label,
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": listId,
    placeholder: label,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "search",
  });
  const panel = element("div", { class: "search__panel", hidden: "" });
  panel.append(
    element("p", { class: "search__status", role: "status" }),
    element("div", { class: "search__list", id: listId, role: "listbox", "aria-label": settings.strings.title }),
  );
  link.replaceWith(input);
  root.dataset.live = "";
  root.append(shortcutHint(), clearButton(input), panel);
  input.addEventListener("pointerenter", () => loadResults().catch(() => {}), { once: true }); // before the focus
  input.addEventListener("focus", () => connect(input, panel), { once: true });
  if (document.activeElement === document.body && root.dataset.autofocus !== undefined) input.focus();
}

/** Shows to the eye which keys lead to the box. */
function shortcutHint() {
  const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);
  return element("span", { class: "search__keys", "aria-hidden": "true" }, isMac ? "⌘ K" : "Ctrl K");
}

/** Empties the box; where it is empty already, closes the list that covers a small screen. @param {HTMLInputElement} input */
function clearButton(input) {
  const button = element("button", { type: "button", class: "search__clear", "aria-label": settings.strings.clear }, "×");
  button.addEventListener("click", () => {
    if (!input.value) return button.blur();
    input.value = "";
    input.focus();
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  return button;
}

/** What shows results, loaded once. All that it will ask for is requested at once.
 * @type {() => Promise<typeof import("./lazy_entry.js")>} */
const loadResults = retryable(async () => {
  const hint = (/** @type {Record<string, string>} */ attributes) => {
    const link = element("link", attributes);
    document.head.append(link);
    return link;
  };
  hint({ rel: "modulepreload", href: absoluteUrl(settings.engine) });
  for (const url of [settings.index, settings.data]) {
    hint({ rel: "preload", as: "fetch", crossorigin: "anonymous", href: absoluteUrl(url) });
  }
  const style = hint({ rel: "stylesheet", href: absoluteUrl(settings.style) });
  const styled = new Promise((done) => (style.onload = style.onerror = done)); // without it, results are plain
  const [results] = await Promise.all([load(absoluteUrl(settings.lazyEntry)), styled]);
  return results;
});

/** Starts the box, and says so where loading takes long or fails. @param {HTMLInputElement} input @param {HTMLElement} panel */
async function connect(input, panel) {
  const status = find(panel, ".search__status");
  const showStatus = (/** @type {(Node | string)[]} */ ...message) => {
    status.replaceChildren(...message);
    panel.hidden = false;
  };
  const timer = setTimeout(() => showStatus(settings.strings.loading), LOADING_SHOWN_AFTER);
  try {
    const timeout = new Promise((_, reject) => setTimeout(() => reject(new Error("timeout")), LOADING_TIMEOUT));
    const prepared = loadResults().then(({ prepareBox }) => prepareBox(input, panel));
    const start = /** @type {() => void} */ (await Promise.race([prepared, timeout]));
    clearTimeout(timer);
    status.replaceChildren();
    panel.hidden = true;
    start();
  } catch {
    clearTimeout(timer);
    const retry = element("button", { type: "button" }, settings.strings.retry);
    retry.addEventListener("click", () => {
      input.focus();
      connect(input, panel);
    });
    showStatus(settings.strings.failed, " ", retry);
  }
}

/** Focuses the box on Ctrl or Cmd with K: no key alone, as who speaks to their computer would press it with any word.
 * @param {KeyboardEvent} event */
function onShortcut(event) {
  if (event.key !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || isComposing(event)) return;
  const [input] = /** @type {HTMLInputElement[]} */ (findAll(document, '[data-component="search"] input'));
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.select();
}

findAll(document, '[data-component="search"]').forEach(createBox);
document.addEventListener("keydown", onShortcut);

for (const root of findAll(document, '[data-component="search-results"]')) {
  loadResults().then(({ showResults }) => showResults(root));
}
