// @ts-check
// How a result looks: its title and its best sections, with what matched marked in the text's own form.
import { address, element } from "./settings.js";
import { words } from "./strings.js";

/** @typedef {import("../search/engine.js").Result} Result */

/** `text` with the ranges in `marks` marked. @param {string} text @param {[number, number][]} marks */
export function marked(text, marks = []) {
  const parts = document.createDocumentFragment();
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at) continue;
    parts.append(text.slice(at, start), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  parts.append(text.slice(at));
  return parts;
}

/** The links of one result: to the article, then to its sections. @param {Result} result @returns {HTMLAnchorElement[]} */
export function links(result) {
  const article = element("a", { class: "result__title", href: address(result.url) });
  article.append(marked(result.title, result.titleMarks));
  if (result.via) {
    const found = element("small", { class: "result__via", lang: result.via.language }, result.via.title);
    article.append(element("small", { class: "result__via" }, words.phrases.via, " "), found);
  } else if (!result.sections.length && result.summary) {
    article.append(element("span", { class: "result__excerpt" }, result.summary));
  }
  const sections = result.sections.map((section) => {
    const link = element("a", { class: "result__section", href: address(result.url, section.anchor) });
    if (section.heading) {
      link.append(element("span", { class: "result__heading" }, marked(section.heading, section.headingMarks)));
    }
    link.append(element("span", { class: "result__excerpt" }, marked(section.teaser, section.teaserMarks)));
    return link;
  });
  return /** @type {HTMLAnchorElement[]} */ ([article, ...sections]);
}
