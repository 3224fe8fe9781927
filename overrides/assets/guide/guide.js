// @ts-check
// A guide, a question at a time in one page. Its answers are links: without this script each question is a page.
//
// The way walked is kept here and nowhere else: the browser's history holds a number, and leaving forgets all.
import { cloneTemplate, find, findAll } from "../shared/dom.js";

const SHOWN = "section:not([hidden]) ";

/** @param {HTMLElement} root */
function start(root) {
  const sections = findAll(root, "section");
  const list = find(root, "[data-way]");
  /** @type {HTMLElement[]} the links of the answers given */
  let way = [];
  let position = 0;

  /** @param {HTMLElement} link @param {number} index */
  const answered = (link, index) => {
    const item = cloneTemplate(root, "answered");
    const question = link.closest("section")?.querySelector("h2")?.textContent ?? "";
    find(item, "span").textContent = question;
    find(item, "strong").textContent = link.textContent;
    const button = find(item, "button");
    button.ariaLabel = `${button.textContent}: ${question}`;
    button.onclick = () => history.go(index - position);
    return item;
  };

  const show = (focus = true) => {
    const answers = way.slice(0, position);
    const current = answers.at(-1)?.dataset.next ?? sections[0].dataset.question;
    for (const section of sections) section.hidden = section.dataset.question !== current;
    list.hidden = !position;
    list.replaceChildren(...answers.map(answered));
    for (const link of findAll(root, `${SHOWN}[data-contact]`)) {
      const steps = [...answers, link].map(({ dataset }) => dataset.step);
      /** @type {HTMLAnchorElement} */ (link).hash = `guide=${[root.dataset.guide, ...steps].join("~")}`;
    }
    if (focus) find(root, `${SHOWN}h2`).focus();
  };

  const platform = /android|iphone/i.exec(navigator.userAgent)?.[0].toLowerCase();

  /** @param {HTMLElement} link */
  const answer = (link) => {
    way = [...way.slice(0, position), link];
    history.pushState((position += 1), "");
    show();
    /** @type {HTMLElement | null} */
    const known = root.querySelector(`${SHOWN}[data-platform="${platform}"]`);
    if (known) answer(known);
  };

  root.addEventListener("click", (event) => {
    /** @type {HTMLElement | null} */
    const link = /** @type {HTMLElement} */ (event.target).closest("[data-next]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    answer(link);
  });
  addEventListener("popstate", ({ state }) => {
    position = Math.min(state ?? position, way.length); // none is that of a link in the page, as the skip link is
    show(state !== null);
  });
  addEventListener("pagehide", () => {
    way = [];
    position = 0;
    show(false);
  });
  history.replaceState(0, "");
}

start(find(document, ".guide"));
