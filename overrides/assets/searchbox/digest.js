// @ts-check
// What is said of an answer, and which of its articles are shown how: in the box and on the results page alike.
import { element } from "../shared/dom.js";
import { countText } from "./result_links.js";
import { absoluteUrl } from "./settings.js";

/** @typedef {import("../search/engine.js").Answer} Answer */
/** @typedef {import("./engine_loader.js").SearchData} SearchData */

const MAX_NEAREST = 3;

/** An answer that is a guess offers the nearest titles, and nothing as a result.
 * @param {string} query @param {Answer} answer @param {SearchData} data */
export function digest(query, { results, near, isWeak }, { count, strings }) {
  if (isWeak || !results.length) {
    const message = isWeak ? strings.weak : strings.none.replace("{query}", query);
    return { message, best: [], weaker: [], nearest: (isWeak ? results : near).slice(0, MAX_NEAREST) };
  }
  const best = results.filter(({ isWeaker }) => !isWeaker);
  const weaker = results.filter(({ isWeaker }) => isWeaker);
  return { message: countText(count, results.length), best, weaker, nearest: [] };
}

/** The way to support, with the words that were typed. @param {string} query @param {SearchData} data
 * @param {string} look the class of the link @param {boolean} asks whether it asks first if the results were of use */
export function contactLink(query, { contact, strings }, look, asks) {
  const link = element("a", { class: look, href: `${absoluteUrl(contact)}#q=${encodeURIComponent(query)}` });
  if (asks) link.append(element("span", { class: "search__unhelpful" }, strings.unhelpful), " ");
  link.append(strings.contact);
  return link;
}
