"""Searches in vain: a tab remembers them for its reader alone, and what may be a secret not at all."""

import pytest
from playwright.sync_api import expect

KEPT = "JSON.parse(sessionStorage.getItem('failed-searches') ?? '[]')"
CHOICE = "#add-searches"


def search(page, site, *queries, language="en"):
    """Asks the results page; when it has answered, all that it will keep is kept."""
    for query in queries:
        page.goto(f"{site.url}{language}/search/#q={query}")
        expect(page.locator(".results__status")).to_contain_text(query)


def to_details(page):
    """Through the steps of the journey, to where the details are asked for."""
    page.locator("[data-about]").last.click()
    expect(page.locator('[data-step="details"]')).to_be_visible()


def test_the_tab_keeps_what_found_nothing_the_newest_first_and_few_until_its_reader_says_so(site, visitor):
    """And nothing of it elsewhere: not what found something, not in another tab, not for longer, not at any host."""
    reader = visitor()
    page = reader.page
    page.goto(f"{site.url}en/search/#q=lost phone")
    expect(page.locator(".result").first).to_be_visible()
    assert page.evaluate(KEPT) == [], "what found something"
    search(page, site, "qqzzx", "wwxxy", "vvkkj", "qqzzx", "jjqqp")
    assert page.evaluate(KEPT) == ["jjqqp", "qqzzx", "vvkkj"]
    note = page.locator(".results__failed-searches")
    expect(note).to_contain_text("Only this tab remembers")
    expect(note.locator("q")).to_have_text(["jjqqp", "qqzzx", "vvkkj"])
    other = reader.context.new_page()
    other.goto(f"{site.url}en/")
    assert other.evaluate(KEPT) == [], "another tab"
    assert other.evaluate("[JSON.stringify(localStorage), document.cookie]") == ["{}", ""], "kept longer"
    assert [url for url in reader.requests if "qqzzx" in url.split("#")[0]] == [], "sent"
    page.get_by_role("button", name="Forget them").click()
    expect(note).to_have_count(0)
    assert page.evaluate(KEPT) == []
    expect(page.locator(".results__status")).to_be_focused()


def test_what_could_be_a_recovery_phrase_a_key_or_a_code_is_not_kept(site, visitor):
    page = visitor().page
    for query in (
        "zzqa zzqb zzqc zzqd zzqe zzqf zzqg zzqh zzqi zzqj zzqk zzql",
        "囍囍囍囍囍囍囍囍囍囍囍囍",
        "囍 囍 囍 囍 囍 囍 囍 囍 囍 囍 囍 囍",
        "zzq 4711",
        "5KJvsngHeMpm884wtkJNzQGaCErckhHJBGFsvd3VyK5qMZXj3hS",
    ):
        page.goto("about:blank")  # an address that differs behind the # alone is the same page
        page.goto(f"{site.url}en/search/#q={query}")
        expect(page.locator(".results__status"), query).not_to_have_text("Getting the search ready…")
        assert page.evaluate("sessionStorage.length") == 0, query


def test_a_browser_that_keeps_nothing_searches_all_the_same(site, visitor):
    reader = visitor()
    denied = "get() { throw new DOMException('denied', 'SecurityError'); }"
    reader.context.add_init_script(f"Object.defineProperty(window, 'sessionStorage', {{ {denied} }});")
    search(reader.page, site, "qqzzx")
    expect(reader.page.locator(".results__failed-searches")).to_have_count(0)
    assert not reader.problems


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_goes_into_a_message_only_where_its_reader_says_so_and_stays_as_it_is(site, visitor, language):
    page = visitor().page
    page.goto(f"{site.url}{language}/support/")
    to_details(page)
    choice = page.locator(CHOICE)
    expect(choice, "nothing was searched for in vain").to_be_hidden()
    search(page, site, "qqzzx", "wwxxy", language=language)
    page.goto(f"{site.url}{language}/support/")
    to_details(page)
    expect(choice).not_to_be_checked()
    expect(page.locator("label", has=choice)).to_contain_text("“wwxxy” “qqzzx”")
    page.locator('[data-details="required"] textarea').fill("The screen stays white.")
    assert "wwxxy" not in message(page)
    page.locator('[data-step="send"] [data-back]').click()
    choice.check()
    assert "wwxxy; qqzzx" in message(page)
    assert page.evaluate("Object.entries(sessionStorage)") == [["failed-searches", '["wwxxy","qqzzx"]']]


def message(page):
    """The finished message, from the step of the details on."""
    page.locator('[data-step="details"] [data-next]').click()
    expect(page.locator("#message")).to_be_visible()
    return page.locator("#message").input_value()


def test_what_somebody_else_put_in_its_place_is_held_to_the_guard(site, visitor):
    page = visitor().page
    page.goto(f"{site.url}en/")
    phrase = " ".join(["abandon"] * 11 + ["about"])
    page.evaluate("phrase => sessionStorage.setItem('failed-searches', JSON.stringify([phrase]))", phrase)
    page.goto(f"{site.url}en/support/")
    to_details(page)
    expect(page.locator(CHOICE)).to_be_hidden()
    page.evaluate("sessionStorage.setItem('failed-searches', '{{')")
    page.reload()
    to_details(page)
    expect(page.locator(CHOICE)).to_be_hidden()
