"""The page that says what is really support: at once, in plain words, and without a word leaving it."""

import datetime
import gzip
import re
from itertools import cycle

import pytest
from accessibility import faults_by_look
from built_site import URL
from playwright.sync_api import expect
from waiting import painted

PHRASE = "abandon ability able about above absent absorb abstract absurd abuse access accident"
KEY = "L4rK1yDtCWekvXuE6oXD9jCYfFNV2cWRpVuPLBcCU2z8TrisoyY1"
KEPT = """async () => ({
  address: location.href,
  entries: history.length,
  stored: JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie,
  databases: (await indexedDB.databases()).length,
})"""
SAID = {
    "listed": "lamplight.example",
    "fake": "lamplight-help.example",
    "unlisted": "https://lamplight.example@evil.example/",
    "unsure": "please help me with this",
    "guide": f"{URL}en/",
}


@pytest.fixture
def reader(visitor, lamplight):
    """A reader of the page in a language, on the day of the build."""

    def make(language="en", site=lamplight, **options):
        one = visitor(permissions=["clipboard-read", "clipboard-write"], **options)
        one.context.clock.install(time=datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC))
        one.page.goto(f"{site.url}{language}/verify/")
        return one

    return make


def phrases(page):
    return page.evaluate("JSON.parse(document.getElementById('verify-settings').textContent).strings")


def answer(page):
    """The verdict, with all that is said of it."""
    return page.locator("[data-verdict]")


def title(page):
    return page.locator("[data-verdict] [role=status]")


def give(page, text):
    """Paste it."""
    page.locator("textarea").fill("")
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.locator("textarea").press("Control+v")


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_a_reader_hears_what_it_is(reader, language):
    page = reader(language).page
    for kind, text in SAID.items():
        give(page, text)
        expect(title(page), kind).to_contain_text(phrases(page)[kind].split("{")[0])
        expect(title(page).locator("svg"), kind).to_be_visible()
        assert answer(page).locator("li").count() >= 1, kind


def test_what_is_pasted_is_judged_at_once_and_what_is_typed_after_a_pause(reader):
    page = reader().page
    page.keyboard.press("Tab")
    page.locator("textarea").press_sequentially("lamplight.exampl", delay=5)
    expect(answer(page)).to_contain_text("a letter or two away")
    page.locator("textarea").press_sequentially("e")
    expect(answer(page)).to_contain_text("Listed: Website")
    expect(answer(page)).to_contain_text("2026-11-20")
    expect(answer(page)).to_contain_text("Manuals and orders.")


def test_what_is_said_calls_nothing_safe_marks_letters_that_differ_and_of_several_things_the_worst_decides(reader):
    page = reader().page
    assert "safe" not in " ".join(phrases(page).values()).lower()
    give(page, "lamplight.example")
    expect(answer(page)).to_contain_text("not that whoever writes to you is real")
    give(page, "https://larnp1ight.example/")
    expect(answer(page).locator("code")).to_have_text("larnp1ight.example")
    assert "".join(answer(page).locator("code mark").all_text_contents()) == "rnp1"
    text = "Mail help@lamplight.example <b>or</b> call +44 20 7946 0000"
    give(page, f"{text}, see lamplight-support.test")
    expect(title(page)).to_have_text("Not listed: treat it as fake")
    pasted = answer(page).locator("blockquote")
    expect(pasted).to_contain_text(text)  # as text, whatever it holds
    marked = pasted.locator("mark").evaluate_all("all => all.map((one) => [one.dataset.kind, one.textContent])")
    assert marked == [
        ["listed", "help@lamplight.example"],
        ["unlisted", "+44 20 7946 0000"],
        ["unlisted", "lamplight-support.test"],
    ]
    expect(answer(page)).to_contain_text("We have no hotline.")
    others = answer(page).locator(".verdict__other strong")
    expect(others).to_have_text(["Not listed: treat it as fake", "Listed: E-mail"])
    give(page, " ".join(f"https://evil{number}.test" for number in range(12)))
    expect(answer(page)).to_contain_text("4 more not recognised")


def test_what_is_being_composed_is_judged_when_it_is_composed_and_what_is_too_long_is_taken_out(reader):
    page = reader().page
    give(page, "lamplight.example")
    expect(title(page)).to_contain_text("Listed")
    page.get_by_role("button", name="Clear").click()
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": "lamplight.test", "selectionStart": 14, "selectionEnd": 14})
    page.clock.run_for(1000)
    expect(title(page)).to_be_empty()
    client.send("Input.insertText", {"text": "lamplight.test"})
    page.clock.run_for(1000)
    expect(title(page)).to_have_text("Not listed: treat it as fake")
    give(page, "lamplight.example " * 6000)
    expect(answer(page)).to_contain_text("at most 10000 characters")
    assert page.locator("textarea").input_value() == ""


def test_a_secret_is_taken_out_of_the_field_and_named_nowhere(site, reader):
    page = reader(site=site).page
    alert = page.locator(".verify-form [role=alert]")
    for secret in (PHRASE, PHRASE.upper().replace(" ", "\n"), KEY, "ab" * 32):
        give(page, f"they asked for {secret}")
        expect(alert, secret).to_contain_text("Stop: this looks like a recovery phrase")
        expect(alert.locator("a"), secret).to_be_visible()
        assert page.locator("textarea").input_value() == "", secret
        expect(title(page), secret).to_be_empty()
        assert secret.split()[0] not in page.locator("main").inner_text()
        give(page, "bitpie.com")
        expect(title(page), secret).to_contain_text("Listed: Official website")
        expect(alert, secret).to_be_empty()


def test_a_phrase_that_is_typed_word_by_word_does_not_stay(site, reader):
    page = reader(site=site).page
    page.locator("textarea").press_sequentially(f"{PHRASE} ")
    expect(page.locator(".verify-form [role=alert]")).to_contain_text("Stop: this looks like a recovery phrase")
    assert not page.locator("textarea").input_value().startswith("abandon")


def test_the_page_sends_and_keeps_nothing_and_its_policy_lets_it_reach_nothing(reader):
    one = reader()
    page = one.page
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    parts = dict(part.split(" ", 1) for part in policy.split("; "))
    assert parts["default-src"] == parts["connect-src"] == parts["form-action"] == parts["base-uri"] == "'none'"
    assert page.locator("form, input, iframe").count() == 0
    scripts = page.locator("script[src]").evaluate_all(
        "all => all.map(({ src }) => src.split('/').at(-1).split('.')[0])"
    )
    assert scripts == ["offline_notice", "verify_page"]
    assert page.locator("textarea[name]").count() == 0
    before, asked = one.page.evaluate(KEPT), len(one.requests)
    for text in (*SAID.values(), PHRASE):
        give(one.page, text)
        one.page.keyboard.press("Enter")
        one.page.clock.run_for(60_000)  # what a timer would send or keep
    assert one.page.evaluate(KEPT) == before
    assert [re.sub(r"\.\w{12}\.", ".", url.rpartition("/")[2]) for url in one.requests[asked:]] == [
        "verify_form.js",
        "guard.js",
    ]
    assert one.problems == []


def test_its_script_is_small_and_has_no_word_for_the_ways_that_a_policy_cannot_close(lamplight):
    (form,), (guard,) = (lamplight.folder.glob(f"assets/{name}.*.js") for name in ("verify_form", "guard"))
    assert len(gzip.compress(form.read_bytes(), 9)) < 11 * 1024
    assert len(gzip.compress(guard.read_bytes(), 9)) < 39 * 1024, "the search box has it too"
    script = form.read_text("utf-8") + guard.read_text("utf-8")
    assert re.findall(r"\b(?:location|RTC\w+|open|fetch|XMLHttpRequest|sendBeacon|WebSocket)\b\s*[=.(]", script) == []


def test_what_was_typed_is_gone_when_one_comes_back(reader, lamplight):
    page = reader().page
    give(page, "lamplight.example")
    page.goto(f"{lamplight.url}en/")
    page.go_back()
    assert page.locator("textarea").input_value() == ""
    expect(title(page)).to_be_empty()


def test_where_what_judges_does_not_arrive_the_list_has_the_focus(lamplight, page):
    page.route("**/verify_form.*.js", lambda route: route.abort())
    page.goto(f"{lamplight.url}en/verify/")
    page.locator("textarea").focus()
    expect(page.locator(".verify-form")).to_be_hidden()
    expect(page.locator("#listed")).to_be_focused()


def test_it_works_by_keyboard_alone(reader):
    page = reader().page
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "TEXTAREA":
            break
    page.keyboard.type("lamplight.example ")
    expect(answer(page)).to_contain_text("Listed: Website")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Clear"
    page.keyboard.press("Enter")
    expect(title(page)).to_be_empty()
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"


def test_without_a_script_the_page_lists_what_is_listed_and_says_how_to_compare(visitor, lamplight):
    page = visitor(java_script_enabled=False).page
    page.goto(f"{lamplight.url}en/verify/")
    assert page.locator("textarea").is_hidden()
    listed = page.locator("[aria-labelledby=listed]").inner_text()
    for place in (
        "www.lamplight.example",
        "help@lamplight.example",
        "lamplight-works",
        "+1 555 0199",
        "github.com/lamplight-works/firmware",
    ):
        assert place in listed
    fakes = page.locator("[aria-labelledby=fakes]").inner_text()
    assert "lamplight-help[.]example" in fakes
    assert "We have no hotline." in fakes
    assert page.locator("[aria-labelledby=compare] li").count() == 4


@pytest.mark.parametrize(("language", "schemes"), [("en", ("light", "dark")), ("zh-Hant", ("dark", "light"))])
def test_axe_finds_nothing_whatever_is_said(reader, language, schemes):
    """The page in both colour schemes; then every pair of what is said, language and scheme, where it is said."""
    page = reader(language).page
    assert faults_by_look(page, [(320, scheme) for scheme in schemes]) == {}
    said = page.locator(".verify-form :is([role=status], [role=alert]):not(:empty)")
    for text, scheme in zip((*SAID.values(), "https://lampl1ght.example/", PHRASE), cycle(schemes), strict=False):
        give(page, text)
        expect(said).not_to_have_count(0)
        painted(page)
        assert faults_by_look(page, [(320, scheme)], within="main") == {}, text
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, text
