"""The search box: found by key, answers while one types, in any script, and says so when it cannot."""

import re

import pytest
from built_site import URL
from playwright.sync_api import expect

BOX = '[data-component="search"] input'


@pytest.fixture
def reader(visitor):
    """Opens a page and gives what the tests look at."""

    def read(url, **options):
        someone = visitor(**options)
        someone.page.goto(url)
        return someone

    return read


@pytest.fixture
def searcher(site, reader):
    return lambda path="en/", **options: reader(f"{site.url}{path}", **options).page


def options(page):
    return page.locator("[role=listbox] [role=option]")


def first_result(page):
    """Its name is the title of the article."""
    return page.locator("[role=listbox] [role=group]").first


def first_title(page):
    return page.locator("[role=listbox] .result__title").first


def test_every_page_has_one_search_box_with_a_name(site, page):
    for path in ("en/", "zh/", "en/transfers/", "zh/security/phrase-stolen/", "en/search/"):
        page.goto(f"{site.url}{path}")
        expect(page.locator(BOX), path).to_have_count(1)
        assert page.locator(BOX).get_attribute("aria-label"), path


def test_a_key_with_another_leads_to_the_box_and_no_key_alone(searcher):
    """Who speaks to their computer would press that with any word (WCAG 2.1.4)."""
    page = searcher("en/transfers/")
    page.keyboard.press("Tab")
    for key in ("/", "s", "k"):
        page.keyboard.press(key)
        expect(page.locator(":focus"), key).to_have_class("skip-link")
    for key in ("Control+k", "Meta+k"):
        page.reload()
        page.keyboard.press(key)
        expect(page.locator(BOX), key).to_be_focused()
        expect(page.locator(BOX), key).to_have_value("")


def test_before_anything_is_typed_the_most_asked_questions_are_offered(searcher):
    page = searcher()
    page.locator(BOX).click()
    expect(options(page)).not_to_have_count(0)
    asked = page.locator("[aria-labelledby=most-asked] .article-list a").all_inner_texts()
    assert options(page).all_inner_texts() == asked


def test_results_come_while_one_types_and_what_matched_is_marked(searcher):
    page = searcher()
    page.locator(BOX).press_sequentially("forgot pin")
    expect(first_result(page)).to_have_attribute("aria-label", "Forgotten PIN")
    assert "PIN" in page.locator("[role=listbox] mark").all_inner_texts()
    expect(page.locator(BOX)).to_have_attribute("aria-expanded", "true")
    expect(page.locator("[data-component=search] [role=status]")).to_have_text(re.compile(r"\d"))


def test_pasted_text_is_searched_at_once_in_any_script_and_language_and_stays_as_it_is(searcher):
    page = searcher("zh/")
    for text in ("忘记PIN码", "忘記PIN碼"):
        page.locator(BOX).fill("")
        expect(page.locator("[role=listbox] .result__title")).to_have_count(0)
        page.locator(BOX).fill(text)
        expect(first_title(page), text).to_contain_text("忘记 PIN 码")
        expect(page.locator(BOX)).to_have_value(text)
    page.goto(page.url.replace("/zh/", "/en/"))
    page.locator(BOX).fill("忘记PIN码怎么办")
    expect(first_title(page)).to_contain_text("Forgotten PIN")
    expect(first_title(page)).to_contain_text("忘记 PIN 码")
    assert first_title(page).get_attribute("href").endswith("/en/access/forgotten-pin/")


def test_half_composed_text_is_not_searched_composed_text_is_at_once_and_enter_ends_a_composition(searcher):
    """Safari has its own sign of one."""
    page = searcher("zh/")
    address = page.url
    box = page.locator(BOX)
    box.click()
    expect(options(page)).not_to_have_count(0)
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": "wang'ji", "selectionStart": 7, "selectionEnd": 7})
    expect(box).to_have_value("wang'ji")
    expect(page.locator("[role=listbox] .result__title")).to_have_count(0)
    client.send("Input.insertText", {"text": "忘记PIN"})
    expect(box).to_have_value("忘记PIN")
    expect(first_title(page)).to_contain_text("忘记 PIN 码")
    for sign in ({"isComposing": True}, {"keyCode": 229}):
        box.dispatch_event("keydown", {"key": "Enter", **sign})
        page.wait_for_function("() => true")
        assert page.url == address, sign


def test_arrows_home_end_and_escape_do_what_a_combobox_does(searcher):
    page = searcher()
    box = page.locator(BOX)
    box.fill("phone")
    expect(first_title(page)).to_be_visible()
    chosen = page.locator('[role=option][aria-selected="true"]')
    expect(chosen).to_have_count(0)
    ids = options(page).evaluate_all("all => all.map((one) => one.id)")
    assert len(set(ids)) == len(ids) > 2
    for key, place in (("ArrowDown", 0), ("ArrowDown", 1), ("End", -1), ("ArrowDown", 0), ("ArrowUp", -1), ("Home", 0)):
        page.keyboard.press(key)
        expect(box).to_have_attribute("aria-activedescendant", ids[place])
        expect(chosen).to_have_attribute("id", ids[place])
        expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[role=listbox]")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("phone")
    page.keyboard.press("Escape")
    expect(box).to_have_value("")


def test_enter_without_a_choice_leads_to_all_results_and_back_returns(searcher):
    """Nothing is left over the results, and what was asked is kept nowhere unless configured."""
    page = searcher()
    page.locator(BOX).fill("phone")
    expect(first_title(page)).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/#q=phone")
    expect(page.locator(".results .result")).not_to_have_count(0)
    expect(page.locator(BOX)).to_have_value("phone")
    assert page.evaluate("() => [...Object.values(localStorage), ...Object.values(sessionStorage)].join()") == ""
    page.locator(BOX).fill("pin")
    expect(first_title(page)).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/#q=pin")
    expect(page.locator(".search__panel")).to_be_hidden()
    expect(page.locator(BOX)).to_have_attribute("aria-expanded", "false")
    page.go_back()
    expect(page).to_have_title(re.compile("^phone - "))
    page.go_forward()
    expect(page).to_have_title(re.compile("^pin - "))


def test_results_never_come_out_of_order(searcher):
    """An answer to what was typed before is not shown over the answer to what stands there now."""
    page = searcher()
    box = page.locator(BOX)
    box.click()
    for text in ("wallet", "transfer", "forgotten pin"):
        box.fill(text)
    expect(first_result(page)).to_have_attribute("aria-label", "Forgotten PIN")
    page.evaluate("() => new Promise((done) => setTimeout(done, 100))")
    expect(first_result(page)).to_have_attribute("aria-label", "Forgotten PIN")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_does_not_move_when_the_box_and_its_results_come(searcher, width):
    """On a phone the box goes to the top of the screen, over a page that stays where it is."""
    page = searcher("en/", viewport={"width": width, "height": 800})
    page.locator(BOX).hover()
    places = """() => [...document.querySelectorAll("main *:not(.search, .search *)")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.tagName} ${[x, y, width, height].map(Math.round)}`;
    })"""
    before = page.evaluate(places)
    page.locator(BOX).press_sequentially("phone")
    expect(first_title(page)).to_be_visible()
    assert page.evaluate(places) == before


def test_nothing_found_is_said_and_the_words_are_handed_to_the_contact_page(searcher):
    page = searcher()
    page.locator(BOX).fill("qqwwxz")
    expect(page.locator("[data-component=search] [role=status]")).to_contain_text("qqwwxz")
    last = options(page).last
    assert last.get_attribute("href").endswith("#q=qqwwxz")


def test_a_guess_is_called_one_with_contact_first_in_the_box_and_on_the_page(searcher):
    page = searcher()
    page.locator(BOX).fill("chicken curry recipe")
    nearest = page.get_by_role("group", name="What comes nearest").get_by_role("option")
    expect(page.locator("[data-component=search] [role=status]")).to_have_text("Nothing here answers that exactly.")
    expect(nearest).to_have_count(3)
    expect(options(page)).to_have_count(4)
    assert options(page).first.get_attribute("href").endswith("/en/support/#q=chicken%20curry%20recipe")
    page.keyboard.press("Enter")
    expect(page.locator(".results__status")).to_have_text("Nothing here answers that exactly.")
    expect(page.locator("[data-answer] a").first).to_have_text("Contact support")
    expect(page.locator("[data-answer] li")).to_have_count(3)
    expect(page.locator("[data-all-articles]")).to_be_visible()


def test_few_results_are_in_sight_weaker_ones_folded_and_contact_is_last(searcher):
    page = searcher("en/search/#q=transfer not arrived")
    results = page.locator(".results .result")
    expect(results).to_have_count(8)
    in_sight = page.locator(".results .result:visible")
    assert 1 <= in_sight.count() < 8
    expect(in_sight.first.locator(".result__category")).to_have_text("Transfers")
    expect(in_sight.first.locator(".result__title .result__excerpt")).to_be_visible()
    page.get_by_text("More results").click()
    expect(in_sight).to_have_count(8)
    expect(page.locator("[data-answer] a:visible").last).to_have_text("Not what you looked for? Contact support")


def test_what_is_typed_goes_to_no_server_and_enter_opens_the_chosen_result(site, reader):
    someone = reader(f"{site.url}en/")
    page = someone.page
    page.locator(BOX).press_sequentially("forgotten pin")
    expect(first_result(page)).to_have_attribute("aria-label", "Forgotten PIN")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/#*")
    expect(page.locator(".results .result")).not_to_have_count(0)
    asked = [url.partition("#")[0] for url in someone.requests]
    assert not [url for url in asked if "forgotten" in url or "pin" in url.lower()]
    page.go_back()
    page.locator(BOX).fill("forgotten pin")
    expect(first_result(page)).to_have_attribute("aria-label", "Forgotten PIN")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/access/forgotten-pin/")
    page.locator(BOX).fill("without the recovery phrase pin")
    page.locator('[role=listbox] .result__section[href*="forgotten-pin/#"]').first.click()
    page.wait_for_url("**/en/access/forgotten-pin/#*")
    assert someone.problems == []


def test_a_broken_network_is_said_and_another_try_works(site, visitor):
    someone = visitor()
    page = someone.page
    page.route("**/search/**.bin", lambda route: route.abort())
    page.goto(f"{site.url}en/")
    page.locator(BOX).press_sequentially("phone")
    retry = page.locator("[data-component=search] [role=status] button")
    expect(retry).to_be_visible()
    page.unroute("**/search/**.bin")
    retry.click()
    expect(first_title(page)).to_be_visible()


def test_a_slow_network_is_said_and_the_typed_text_is_answered_when_it_comes(site, visitor):
    page = visitor().page
    waiting = []
    page.route("**/search/**.bin", lambda route: waiting.append(route))
    page.goto(f"{site.url}en/")
    page.locator(BOX).press_sequentially("forgotten pin")
    expect(page.locator("[data-component=search] [role=status]")).not_to_be_empty()
    for route in waiting:
        route.continue_()
    page.unroute("**/search/**.bin")
    expect(first_result(page)).to_have_attribute("aria-label", "Forgotten PIN")


def test_the_index_comes_with_a_pointer_and_not_before_and_nothing_of_it_is_fetched_twice(site, reader):
    someone = reader(f"{site.url}en/")
    page = someone.page
    expect(page.locator(BOX)).to_be_visible()
    assert not [url for url in someone.requests if url.endswith(".bin")]
    with page.expect_request("**/search/**.bin"):
        page.locator(BOX).hover()
    expect(page.locator(BOX)).not_to_be_focused()
    page.locator(BOX).fill("forgotten pin")
    expect(first_result(page)).to_be_visible()
    fetched = [url for url in someone.requests if "/search/en." in url]
    assert f"{site.url}search/en.bin" in fetched
    assert len(fetched) == len(set(fetched)), "what is loaded ahead is what the engine asks for"


EARLY = """export const open = async () => ({
  async search(query, { first }) {
    const known = { titleMarks: [], sections: [], category: "" };
    const result = (id) => ({ id, url: `en/${id}/`, title: `${query} ${id}`, ...known });
    first(result("one"));
    await new Promise((done) => (window.rest = done));
    return { results: [result("two"), result("one")], near: [], isWeak: false };
  },
});"""


def test_the_first_article_of_a_large_site_shows_before_the_others_and_stays_chosen(site, visitor):
    page = visitor().page
    page.route("**/engine.*.js", lambda route: route.fulfill(content_type="text/javascript", body=EARLY))
    page.goto(f"{site.url}en/")
    page.locator(BOX).fill("pin")
    titles = page.locator("[role=listbox] .result__title")
    expect(titles).to_have_text(["pin one"])
    page.keyboard.press("ArrowDown")
    page.evaluate("() => window.rest()")
    expect(titles).to_have_text(["pin two", "pin one"])
    expect(titles.nth(1)).to_have_attribute("aria-selected", "true")


def test_without_the_script_the_box_leads_to_a_list_of_all_articles(site, reader):
    page = reader(f"{site.url}en/", java_script_enabled=False).page
    page.locator('[data-component="search"] a').click()
    page.wait_for_url("**/en/search/")
    listed = set(page.locator("[data-all-articles] li a").evaluate_all("all => all.map((one) => one.pathname)"))
    assert {path.lstrip("/") for path in listed} == set(site.articles("en"))


def test_no_text_breaks_the_box(site, reader):
    someone = reader(f"{site.url}en/")
    box = someone.page.locator(BOX)
    for text in ("\u0000\u0007", "\ud83d\ude00", "constructor __proto__ toString", "。,!?", "a" * 10000):
        box.fill("")
        expect(someone.page.locator("[role=listbox] [role=group]")).to_have_count(0)
        box.fill(text)
        box.fill("forgotten pin")
        expect(first_result(someone.page)).to_have_attribute("aria-label", "Forgotten PIN")
        assert someone.problems == [], text


def test_the_browser_can_add_the_search(site, searcher):
    page = searcher("zh/")
    link = page.locator('link[rel="search"]')
    assert link.get_attribute("type") == "application/opensearchdescription+xml"
    answer = page.request.get(link.evaluate("link => link.href"))
    assert answer.ok
    assert f'template="{URL}zh/search/#q={{searchTerms}}"' in answer.text()
