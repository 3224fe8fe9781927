// @ts-check
// How a result looks: its title and its best sections, with the matches highlighted.
import { element } from "../shared/dom.js";
import { absoluteUrl } from "./settings.js";

/** @typedef {import("../search/engine.js").Result} Result */

/** How many articles were found, in the form that the language has for the number.
 * @param {Record<string, string>} forms by the categories of CLDR @param {number} count */
export function countText(forms, count) {
  const category = new Intl.PluralRules(document.documentElement.lang).select(count);
  return (forms[category] ?? forms.other).replace("{count}", String(count));
}

/** `text` with these ranges highlighted. @param {string} text @param {[number, number][]} ranges */
function highlighted(text, ranges = []) {
  const fragment = document.createDocumentFragment();
  let position = 0;
  for (const [start, end] of ranges) {
    if (start < position) continue;
    fragment.append(text.slice(position, start), element("mark", {}, text.slice(start, end)));
    position = end;
  }
  fragment.append(text.slice(position));
  return fragment;
}

/** What kind of article it is, for the eye. @param {Result} result @param {import("./engine_loader.js").SearchData} data */
export function categoryLabel({ category }, { categories }) {
  return Object.hasOwn(categories, category)
    ? [element("p", { class: "result__category", "aria-hidden": "true" }, categories[category])]
    : [];
}

/** The links of a result: to the article, then to its sections. @param {Result} result
 * @param {Record<string, string>} strings @param {boolean} [isBest] whether it shows its summary, too
 * @returns {HTMLAnchorElement[]} */
export function resultLinks(result, strings, isBest) {
  const article = element("a", { class: "result__title", href: absoluteUrl(result.url) });
  article.append(highlighted(result.title, result.titleMarks));
  if (result.via) {
    const title = element("small", { class: "result__via", lang: result.via.language }, result.via.title);
    article.append(element("small", { class: "result__via" }, strings.via, " "), title);
  } else if ((isBest || !result.sections.length) && result.summary) {
    article.append(element("span", { class: "result__excerpt" }, result.summary));
  }
  const sections = result.sections.map((section) => {
    const link = element("a", { class: "result__section", href: absoluteUrl(result.url, section.anchor) });
    if (section.heading) {
      link.append(element("span", { class: "result__heading" }, highlighted(section.heading, section.headingMarks)));
    }
    link.append(element("span", { class: "result__excerpt" }, highlighted(section.teaser, section.teaserMarks)));
    return link;
  });
  return [article, ...sections];
}
