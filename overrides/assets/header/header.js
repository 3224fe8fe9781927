// @ts-check
// The header works without this: menus are <details>, languages are links, colours follow the system.
import { remember } from "../shared/storage.js";

/** Closes on Escape, giving the focus back, and when the reader turns elsewhere. @param {HTMLDetailsElement} menu */
function closeable(menu) {
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

/** Turns the page light or dark, and remembers it. @param {HTMLButtonElement} button */
function themeSwitch(button) {
  const page = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (page.dataset.theme ? page.dataset.theme === "dark" : system.matches);
  const label = () => {
    const text = (isDark() ? button.dataset.toLight : button.dataset.toDark) ?? "";
    button.setAttribute("aria-label", text);
    button.title = text;
  };
  const bars = /** @type {HTMLMetaElement[]} */ ([...document.querySelectorAll('meta[name="theme-color"]')]);
  const colours = bars.map(({ media, content }) => ({ media, content }));
  /** Gives the browser's own bar the colour that the reader chose, whatever the system says. */
  const paint = () => {
    const chosen = colours.find(({ media }) => page.dataset.theme && media.includes(page.dataset.theme));
    if (chosen) for (const bar of bars) bar.content = chosen.content;
  };
  button.addEventListener("click", () => {
    page.dataset.theme = isDark() ? "light" : "dark";
    remember("theme", page.dataset.theme);
    label();
    paint();
  });
  system.addEventListener("change", label);
  label();
  paint();
  button.hidden = false;
}

/** Remembers the language that a reader turned to, for the next visit. @param {HTMLElement} languages */
function languageSwitch(languages) {
  languages.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    if (link?.dataset.language) remember("language", link.dataset.language);
  });
}

const COMPONENTS = { menu: closeable, "theme-switch": themeSwitch, "language-switch": languageSwitch };

for (const [name, start] of Object.entries(COMPONENTS)) {
  for (const root of document.querySelectorAll(`[data-component~="${name}"]`)) start(/** @type {any} */ (root));
}
