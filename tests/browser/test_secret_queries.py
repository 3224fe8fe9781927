"""A recovery phrase or a key in the search box is not searched for, and reaches no URL, title, history or storage."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

BOX = '[data-component="search"] input'
PHRASE = "abandon ability able about above absent absorb abstract absurd abuse access accident"
KEY = "L4rK1yDtCWekvXuE6oXD9jCYfFNV2cWRpVuPLBcCU2z8TrisoyY1"
HASH = "5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060"
LEFT = """() => JSON.stringify([
  location.href, document.title, history.state, { ...localStorage }, { ...sessionStorage }, document.body.innerText,
])"""
HARMLESS = """async (queries) => {
  const { isHarmless } = await import("/searchbox/harmless_query.js");
  return queries.filter(isHarmless);
}"""


def test_questions_are_searched_for_without_the_guard_and_what_may_be_a_secret_is_not(modules):
    questions = ["forgotten pin", "转账没到账怎么办", "how do I reach real support", "error 100", ""]
    glued = PHRASE.replace(" ", "")
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in glued)
    bold = "".join(chr(ord(letter) - ord("a") + 0x1D41A) for letter in glued)
    in_parts = "\u200b".join(glued[place : place + 15] for place in range(0, len(glued), 15))
    secrets = [PHRASE, PHRASE[:-9], KEY, HASH, glued, wide, bold, in_parts, "あいこくしん" * 4, "１２３４", "1234"]
    secrets += ["的 一 是 在 不 了 有 和 人 这 中 大", ", ".join(map(str, range(12)))]
    assert modules.evaluate(HARMLESS, questions + secrets) == questions


@pytest.mark.parametrize("secret", [PHRASE, KEY])
def test_a_secret_in_the_box_goes_nowhere_on_enter(site, visitor, secret):
    reader = visitor()
    page = reader.page
    page.goto(f"{site.url}en/")
    address, entries = page.url, page.evaluate("history.length")
    page.locator(BOX).fill(secret)
    page.keyboard.press("Enter")
    warning = page.locator("[data-component=search] [role=status]")
    expect(warning).to_contain_text("Stop: this looks like a recovery phrase")
    expect(warning.locator("a")).to_have_attribute("href", re.compile("/phrase-stolen/"))
    assert page.locator(BOX).input_value() == ""
    assert (page.url, page.evaluate("history.length")) == (address, entries)
    assert secret.split()[0] not in page.evaluate(LEFT)
    assert reader.problems == []
    page.locator(BOX).fill("forgotten pin")
    expect(page.locator("[role=listbox] [role=group]").first).to_have_attribute("aria-label", "Forgotten PIN")


def test_a_secret_in_the_address_of_the_results_page_is_taken_out(site, visitor):
    page = visitor().page
    page.goto(f"{site.url}en/search/#q={quote(PHRASE)}")
    expect(page.locator(".results__status")).to_contain_text("Stop: this looks like a recovery phrase")
    assert "abandon" not in page.evaluate(LEFT)
    assert page.locator(".result").count() == 0


def test_what_may_be_a_hash_or_a_key_finds_the_article_about_hashes_and_stands_in_no_address(site, visitor):
    reader = visitor()
    page = reader.page
    page.goto(f"{site.url}en/")
    page.locator(BOX).fill(HASH)
    expect(page.locator("[data-component=search] [role=status]")).to_contain_text("look exactly alike")
    expect(page.locator(".result__title").first).to_contain_text("block explorer")
    page.keyboard.press("Enter")
    assert HASH not in page.evaluate(LEFT) + page.locator("[role=listbox]").inner_html()
    page.goto(f"{site.url}en/search/#q={HASH}")
    expect(page.locator(".result__title").first).to_contain_text("block explorer")
    assert HASH not in page.evaluate(LEFT) + page.locator(".results").inner_html()
    assert reader.problems == []


def test_what_cannot_be_checked_is_not_searched_for(site, visitor):
    page = visitor().page
    page.route("**/guard.*.js", lambda route: route.abort())
    page.goto(f"{site.url}en/search/#q={quote(PHRASE)}")
    expect(page.locator(".results__status")).to_contain_text("Stop:")
    assert "abandon" not in page.evaluate(LEFT)
