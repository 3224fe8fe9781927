// @ts-check
// The results page. Its query stands behind the `#` of the URL, which browsers send to no server.
import { element, find, findAll } from "../shared/dom.js";
import { failedSearches } from "../shared/failed_searches.js";
import { openSearch } from "./engine_loader.js";
import { isHarmless } from "./harmless_query.js";
import { clearFailedSearches, recordFailedSearch } from "./record_failed_search.js";
import { countText, resultLinks } from "./result_links.js";
import { isSecret } from "./secret_query.js";
import { secretWarning } from "./secret_warning.js";
import { absoluteUrl, settings } from "./settings.js";

const MAX_RESULTS = 50;

/** Shows the results for the query in the URL, or all articles where there is none. @param {HTMLElement} root */
export function startResultsPage(root) {
  const status = find(root, "[role=status]");
  const list = find(root, "ol");
  const allArticles = find(document, "[data-all-articles]");
  let newest = 0; // the number of the newest search: an older one's results are not shown

  /** @param {string} query */
  const search = async (query) => {
    const { engine, data } = await openSearch();
    const { strings } = data;
    const { results, total, near } = await engine.search(query, { limit: MAX_RESULTS });
    const items = (total ? results : near).map((result) => element("li", { class: "result" }, ...resultLinks(result, strings)));
    if (total) return { message: countText(data.count, total), items, isEmpty: false };
    recordFailedSearch(query);
    const href = `${absoluteUrl(data.contact)}#q=${encodeURIComponent(query)}`;
    const contact = element("li", {}, element("a", { class: "button", href }, strings.contact));
    const message = strings.none.replace("{query}", query);
    return { message, items: [...items, contact, ...storedSearches(strings)], isEmpty: true };
  };

  /** The failed searches that this tab stores, and a button that deletes them. @param {Record<string, string>} strings */
  const storedSearches = (strings) => {
    const queries = failedSearches();
    if (!queries.length) return [];
    const button = element("button", { type: "button" }, strings.forgetFailedSearches);
    const quoted = queries.flatMap((query) => [element("q", {}, query), " "]);
    const item = element("li", { class: "results__failed-searches" }, strings.failedSearches, " ", ...quoted, button);
    button.addEventListener("click", () => {
      clearFailedSearches();
      item.remove();
      status.tabIndex = -1;
      status.focus();
    });
    return [item];
  };

  /** @param {(Node | string)[]} message @param {Node[]} items @param {boolean} isEmpty whether nothing was found */
  const show = (message, items, isEmpty) => {
    allArticles.hidden = !isEmpty;
    root.toggleAttribute("data-no-results", isEmpty);
    status.replaceChildren(...message);
    list.replaceChildren(...items);
  };

  /** Takes a secret out of the URL, and says so. */
  const refuse = async () => {
    history.replaceState(null, "", location.pathname);
    document.title = `${root.dataset.title}`;
    root.dataset.ready = "";
    const warning = await openSearch().then(({ data }) => secretWarning(data), () => [settings.strings.failed]);
    show(warning, [], true);
  };

  const update = async () => {
    const query = (new URLSearchParams(location.hash.slice(1)).get("q") ?? "").trim();
    const number = ++newest;
    if (!isHarmless(query) && (await isSecret(query))) return refuse();
    if (number !== newest) return;
    const [box] = /** @type {HTMLInputElement[]} */ (findAll(document, '[data-component="search"] input'));
    if (box && document.activeElement !== box) box.value = query;
    document.title = query ? `${query} - ${root.dataset.title}` : `${root.dataset.title}`;
    allArticles.hidden = Boolean(query);
    root.dataset.ready = ""; // from here on this script decides what is shown
    delete root.dataset.noResults;
    status.replaceChildren(query ? settings.strings.loading : "");
    if (!query) return list.replaceChildren();
    try {
      const { message, items, isEmpty } = await search(query);
      if (number === newest) show([message], items, isEmpty);
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
