// @ts-check
// The results page. Its query stands behind the `#` of the URL, which browsers send to no server.
import { element, find, findAll } from "../shared/dom.js";
import { failedSearches } from "../shared/failed_searches.js";
import { contactLink, digest } from "./digest.js";
import { openSearch } from "./engine_loader.js";
import { isHarmless } from "./harmless_query.js";
import { clearFailedSearches, recordFailedSearch } from "./record_failed_search.js";
import { categoryLabel, resultLinks } from "./result_links.js";
import { secretKind } from "./secret_query.js";
import { secretWarning } from "./secret_warning.js";
import { settings } from "./settings.js";

/** @typedef {import("../search/engine.js").Result} Result */

/** Shows the results for the query in the URL, or all articles where there is none. @param {HTMLElement} root */
export function startResultsPage(root) {
  const status = find(root, "[role=status]");
  const answerContainer = find(root, "[data-answer]");
  const allArticles = find(document, "[data-all-articles]");
  let newest = 0; // the number of the newest search: an older one's results are not shown

  /** @param {string} query @param {string} quoted what may be shown of it, and stand in links */
  const search = async (query, quoted) => {
    const { engine, data } = await openSearch();
    const { strings } = data;
    const answer = await engine.search(query);
    const { message: found, best, weaker, nearest } = digest(quoted, answer, data);
    const message = quoted ? found : strings.hash;
    const contact = element("p", { class: "results__contact" }, contactLink(quoted, data, best.length ? "search__more" : "button", best.length > 0));
    /** @param {Result[]} results @param {Result} [first] */
    const list = (results, first) => {
      const items = results.map((result) => {
        const links = resultLinks(result, strings, result === first);
        return element("li", { class: "result" }, ...categoryLabel(result, data), ...links);
      });
      return element("ol", {}, ...items);
    };
    if (best.length) {
      const more = element("details", {}, element("summary", {}, strings.more), list(weaker));
      return { message, content: [list(best, best[0]), ...(weaker.length ? [more] : []), contact], isEmpty: false };
    }
    if (!answer.results.length) recordFailedSearch(query);
    const titles = nearest.map((result) => element("li", {}, resultLinks(result, strings)[0]));
    const near = titles.length ? [element("h2", {}, strings.near), element("ol", {}, ...titles)] : [];
    return { message, content: [contact, ...near, ...storedSearches(strings)], isEmpty: true };
  };

  /** The failed searches that this tab stores, and a button that deletes them. @param {Record<string, string>} strings */
  const storedSearches = (strings) => {
    const queries = failedSearches();
    if (!queries.length) return [];
    const button = element("button", { type: "button" }, strings.forgetFailedSearches);
    const quoted = queries.flatMap((query) => [element("q", {}, query), " "]);
    const item = element("p", { class: "results__failed-searches" }, strings.failedSearches, " ", ...quoted, button);
    button.addEventListener("click", () => {
      clearFailedSearches();
      item.remove();
      status.tabIndex = -1;
      status.focus();
    });
    return [item];
  };

  /** @param {(Node | string)[]} message @param {Node[]} content @param {boolean} isEmpty whether nothing was found */
  const show = (message, content, isEmpty) => {
    allArticles.hidden = !isEmpty;
    root.toggleAttribute("data-no-results", isEmpty);
    status.replaceChildren(...message);
    answerContainer.replaceChildren(...content);
  };

  /** Says that the query was a secret. */
  const refuse = async () => {
    document.title = `${root.dataset.title}`;
    root.dataset.ready = "";
    const warning = await openSearch().then(({ data }) => secretWarning(data), () => [settings.strings.failed]);
    show(warning, [], true);
  };

  const update = async () => {
    const query = (new URLSearchParams(location.hash.slice(1)).get("q") ?? "").trim();
    const number = ++newest;
    const kind = isHarmless(query) ? undefined : await secretKind(query);
    if (kind) history.replaceState(null, "", location.pathname);
    if (kind === "secret") return refuse();
    if (number !== newest) return;
    const [box] = /** @type {HTMLInputElement[]} */ (findAll(document, '[data-component="search"] input'));
    const quoted = kind ? "" : query;
    if (box && document.activeElement !== box) box.value = quoted;
    document.title = quoted ? `${query} - ${root.dataset.title}` : `${root.dataset.title}`;
    allArticles.hidden = Boolean(query);
    root.dataset.ready = ""; // from here on this script decides what is shown
    delete root.dataset.noResults;
    status.replaceChildren(query ? settings.strings.loading : "");
    if (!query) return answerContainer.replaceChildren();
    try {
      const { message, content, isEmpty } = await search(query, quoted);
      if (number === newest) show([message], content, isEmpty);
    } catch {
      if (number !== newest) return;
      const retry = element("button", { type: "button" }, settings.strings.retry);
      retry.addEventListener("click", update);
      show([settings.strings.failed, " ", retry], [], true);
    }
  };

  addEventListener("hashchange", update);
  update();
}
