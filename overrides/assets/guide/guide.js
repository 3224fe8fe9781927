// @ts-check
// A guide, a question at a time in one page. Its answers are links: without this script each question is a page.
//
// The way walked is kept here and nowhere else: the browser's history holds a number, and leaving forgets all.
import { cloneTemplate, find, findAll } from "../shared/dom.js";

/** @param {HTMLElement} root */
function start(root) {
  const questions = findAll(root, "[data-question]");
  const list = find(root, "[data-way]");
  /** @type {HTMLElement[]} the links of the answers given */
  let way = [];
  let position = 0;

  const question = (/** @type {HTMLElement} */ link) => find(/** @type {HTMLElement} */ (link.closest("section")), "h2");

  /** @param {HTMLElement} link @param {number} index */
  const answered = (link, index) => {
    const item = cloneTemplate(root, "answered");
    const button = find(item, "button");
    find(item, "span").textContent = question(link).textContent;
    find(item, "strong").textContent = link.textContent;
    button.ariaLabel = `${button.textContent}: ${question(link).textContent}`;
    button.onclick = () => history.go(index - position);
    return item;
  };

  const show = (focus = true) => {
    const answers = way.slice(0, position);
    const current = answers.at(-1)?.dataset.next ?? questions[0].dataset.question;
    for (const section of questions) section.hidden = section.dataset.question !== current;
    list.hidden = !position;
    list.replaceChildren(...answers.map(answered));
    for (const link of /** @type {HTMLAnchorElement[]} */ (findAll(root, "section:not([hidden]) [data-contact]"))) {
      const steps = [...answers, link].map(({ dataset }) => dataset.step);
      link.hash = `guide=${root.dataset.guide}&way=${steps.join("~")}`;
    }
    if (focus) find(root, "section:not([hidden]) h2").focus();
  };

  const platform = /android|iphone|ipad/i.exec(navigator.userAgent)?.[0].toLowerCase().replace(/^ip.*/, "ios");

  /** @param {HTMLElement} link */
  const answer = (link) => {
    way = [...way.slice(0, position), link];
    position += 1;
    history.pushState({ step: position }, "");
    show();
    /** @type {HTMLElement | null} */
    const known = root.querySelector(`section:not([hidden]) [data-next][data-platform="${platform}"]`);
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
    if (!state) return history.replaceState({ step: position }, ""); // a link to a place in the page, as the skip link is
    position = Math.min(state.step, way.length);
    show();
  });
  addEventListener("pagehide", () => {
    way = [];
    position = 0;
    show(false);
  });
  history.replaceState({ step: 0 }, "");
}

findAll(document, '[data-component="guide"]').forEach(start);
