// @ts-check
// A broken address speaks every language; where it lies in the folder of one, that one alone is shown.
const sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-home]")]);
const home = (/** @type {HTMLElement} */ section) => new URL(section.dataset.home ?? "", location.href).pathname;
const spoken = sections.find((section) => location.pathname.startsWith(home(section)));

if (spoken) {
  for (const section of sections) section.hidden = section !== spoken;
  document.documentElement.lang = spoken.lang;
  document.documentElement.dir = getComputedStyle(spoken).direction;
  document.title = `404 - ${spoken.querySelector("h1")?.textContent}`;
}
