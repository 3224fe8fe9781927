// @ts-check
// The table of contents of a long article works without this. With it, it shows which section is being read.
import { findAll } from "../shared/dom.js";

const READING_LINE = 0.3; // of the screen's height: a heading above it has been reached

/** Marks the current section in every list. @param {HTMLElement[]} lists */
function markCurrentSection(lists) {
  const headings = findAll(document, "article h2[id]");
  const mark = () => {
    const current = headings.findLast((heading) => heading.getBoundingClientRect().top <= innerHeight * READING_LINE);
    for (const list of lists) {
      for (const link of list.querySelectorAll("a")) {
        if (current && decodeURIComponent(link.hash.slice(1)) === current.id) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      }
      list.querySelector("[data-current]")?.replaceChildren(current?.textContent ?? "");
    }
  };
  const observer = new IntersectionObserver(mark, { rootMargin: `0px 0px ${(READING_LINE - 1) * 100}% 0px` });
  for (const heading of headings) observer.observe(heading);
}

/** Closes the list after one of its links is followed. @param {HTMLElement} list */
function closeAfterUse(list) {
  list.addEventListener("click", (event) => {
    if (/** @type {Element} */ (event.target).closest("a")) list.removeAttribute("open");
  });
}

const lists = findAll(document, '[data-component~="table-of-contents"]');
if (lists.length) markCurrentSection(lists);
lists.forEach(closeAfterUse);
