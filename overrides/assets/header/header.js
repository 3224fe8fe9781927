// @ts-check
// The header works without this: menus are <details>, languages are links, colours follow the system.
import { findAll } from "../shared/dom.js";
import { writeStored } from "../shared/storage.js";

/** Closes on Escape, which returns the focus, and when the reader turns elsewhere. @param {HTMLDetailsElement} menu */
function closeMenu(menu) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  for (const type of ["pointerdown", "focusin"]) {
    document.addEventListener(type, (event) => {
      if (!menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
    });
  }
}

/** Switches between light and dark, and stores the choice. @param {HTMLButtonElement} button */
function switchTheme(button) {
  const page = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (page.dataset.theme ? page.dataset.theme === "dark" : system.matches);
  const label = () => {
    const text = (isDark() ? button.dataset.toLight : button.dataset.toDark) ?? "";
    button.setAttribute("aria-label", text);
    button.title = text;
  };
  const metas = /** @type {HTMLMetaElement[]} */ ([...document.querySelectorAll('meta[name="theme-color"]')]);
  const colours = metas.map(({ media, content }) => ({ media, content }));
  /** Gives the browser's own toolbar the chosen colour, whatever the system says. */
  const paintToolbar = () => {
    const chosen = colours.find(({ media }) => page.dataset.theme && media.includes(page.dataset.theme));
    if (chosen) for (const meta of metas) meta.content = chosen.content;
  };
  button.addEventListener("click", () => {
    page.dataset.theme = isDark() ? "light" : "dark";
    writeStored("theme", page.dataset.theme);
    label();
    paintToolbar();
  });
  system.addEventListener("change", label);
  label();
  paintToolbar();
  button.hidden = false;
}

/** Stores the language that a reader chooses, for the next visit. @param {HTMLElement} switcher */
function storeLanguage(switcher) {
  switcher.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    if (link?.dataset.language) writeStored("language", link.dataset.language);
  });
}

const COMPONENTS = { menu: closeMenu, "theme-switch": switchTheme, "language-switch": storeLanguage };

for (const [name, start] of Object.entries(COMPONENTS)) {
  for (const root of findAll(document, `[data-component~="${name}"]`)) start(/** @type {any} */ (root));
}
