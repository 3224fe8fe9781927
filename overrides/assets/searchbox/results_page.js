// @ts-check
// The results page. Its words stand behind the address's `#`, which browsers send to no server.
import { opened } from "./engine_loader.js";
import { links } from "./result_links.js";
import { address, element, settings } from "./settings.js";
import { forgetVain, recordVain } from "./record_failed_search.js";
import { inVain } from "./failed_searches.js";
import { words } from "./strings.js";

const asked = () => new URLSearchParams(location.hash.slice(1)).get("q") ?? "";

/** Shows the results for the address's words, or all articles where it has none. @param {HTMLElement} root */
export function resultsPage(root) {
  const status = /** @type {HTMLElement} */ (root.querySelector("[role=status]"));
  const list = /** @type {HTMLElement} */ (root.querySelector("ol"));
  const all = /** @type {HTMLElement} */ (document.querySelector("[data-all-articles]"));
  let number = 0;

  /** @param {string} query */
  const found = async (query) => {
    const { results, total, near } = await (await opened()).search(query, { limit: 50 });
    const items = (total ? results : near).map((result) => element("li", { class: "result" }, ...links(result)));
    if (total) return { says: words.phrases.count.replace("{count}", String(total)), items, nothing: false };
    const contact = element("a", { class: "button", href: `${address(words.contact)}#q=${encodeURIComponent(query)}` });
    contact.append(words.phrases.contact);
    recordVain(query);
    const offered = [...items, element("li", {}, contact), ...keptInVain()];
    return { says: words.phrases.none.replace("{query}", query), items: offered, nothing: true };
  };

  /** What this tab keeps of searches that found nothing, and the button that has it forgotten. */
  const keptInVain = () => {
    const queries = inVain();
    if (!queries.length) return [];
    const forget = element("button", { type: "button" }, words.phrases.forgetFailedSearches);
    const kept = queries.map((query) => element("q", {}, query));
    const item = element("li", { class: "results__failed-searches" }, words.phrases.failedSearches, " ", ...kept.flatMap((one) => [one, " "]), forget);
    forget.addEventListener("click", () => {
      forgetVain();
      item.remove();
      status.tabIndex = -1;
      status.focus();
    });
    return [item];
  };

  const answer = async () => {
    const query = asked().trim();
    const mine = ++number;
    const box = /** @type {HTMLInputElement | null} */ (document.querySelector('[data-component="search"] input'));
    if (box && document.activeElement !== box) box.value = query;
    document.title = query ? `${query} - ${root.dataset.title}` : `${root.dataset.title}`;
    all.hidden = Boolean(query);
    root.dataset.ready = ""; // from here on this script says what is shown
    delete root.dataset.noResults;
    if (!query) {
      status.replaceChildren();
      list.replaceChildren();
      return;
    }
    status.replaceChildren(settings.phrases.loading);
    try {
      const { says, items, nothing } = await found(query);
      if (mine !== number) return;
      all.hidden = !nothing;
      root.toggleAttribute("data-no-results", nothing);
      status.replaceChildren(says);
      list.replaceChildren(...items);
    } catch {
      if (mine !== number) return;
      const retry = element("button", { type: "button" }, settings.phrases.retry);
      retry.addEventListener("click", answer);
      status.replaceChildren(settings.phrases.failed, " ", retry);
      list.replaceChildren();
      root.dataset.noResults = "";
      all.hidden = false;
    }
  };

  addEventListener("hashchange", answer);
  answer();
}
