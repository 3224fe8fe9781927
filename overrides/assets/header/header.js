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

/** Stores whether pages are light, dark, or as the device has it. @param {HTMLElement} choice */
function chooseTheme(choice) {
  const page = document.documentElement;
  const metas = /** @type {HTMLMetaElement[]} */ ([...document.querySelectorAll('meta[name="theme-color"]')]);
  const colours = metas.map(({ media, content }) => ({ media, content }));
  const buttons = [...choice.querySelectorAll("button")];
  const show = () => {
    const { theme = "" } = page.dataset;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.value === theme));
    // The browser's own toolbar has the chosen colour, whatever the system says.
    const chosen = colours.find(({ media }) => theme && media.includes(theme));
    metas.forEach((meta, index) => (meta.content = (chosen ?? colours[index]).content));
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      page.dataset.theme = button.value;
      writeStored("theme", page.dataset.theme);
      show();
    });
  }
  show();
  choice.hidden = false;
}

/** Stores the language that a reader chooses, for the next visit. @param {HTMLElement} switcher */
function storeLanguage(switcher) {
  switcher.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    if (link?.dataset.language) writeStored("language", link.dataset.language);
  });
}

const COMPONENTS = { menu: closeMenu, "theme-switch": chooseTheme, "language-switch": storeLanguage };

for (const [name, start] of Object.entries(COMPONENTS)) {
  for (const root of findAll(document, `[data-component~="${name}"]`)) start(/** @type {any} */ (root));
}
