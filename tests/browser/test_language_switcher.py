"""The way from one language to the other: to the same article, and remembered."""

import pytest
from playwright.sync_api import expect

SWITCH = "nav.header__languages a"
NOTE = "#untranslated"


@pytest.mark.parametrize("javascript", [True, False])
def test_the_switch_leads_to_the_same_article_and_back(site, visitor, javascript):
    page = visitor(java_script_enabled=javascript).page
    for here, there in (("zh", "en"), ("en", "zh")):
        path = site.article_with("<table>", here)
        page.goto(f"{site.url}{path}")
        expect(page.locator(f"html[lang|={here}]")).to_be_visible()
        for language in (there, here):
            page.locator(SWITCH).click()
            expect(page).to_have_url(f"{site.url}{language}{path[2:]}")
            expect(page.locator(f"html[lang|={language}]")).to_be_visible()


def test_the_switch_says_in_its_own_language_what_it_leads_to(site, page):
    page.goto(f"{site.url}zh/")
    switch = page.locator(SWITCH)
    expect(switch).to_have_attribute("lang", "en")
    expect(switch).to_have_attribute("hreflang", "en")
    expect(switch).to_have_text("English")


def test_turning_to_a_language_is_remembered_for_the_next_visit(site, visitor):
    reader = visitor(locale="en-GB")
    reader.page.goto(f"{site.url}en/")
    reader.page.locator(SWITCH).click()
    expect(reader.page).to_have_url(f"{site.url}zh/")
    later = reader.context.new_page()
    later.goto(site.url)
    expect(later).to_have_url(f"{site.url}zh/")


def test_the_word_about_a_missing_translation_shows_only_to_who_came_for_one(site, page):
    for language in ("zh", "en"):
        page.goto(f"{site.url}{language}/")
        expect(page.locator(NOTE), language).to_be_hidden()
        page.goto(f"{site.url}{language}/{NOTE}")
        expect(page.locator(NOTE), language).to_be_visible()
        expect(page.locator(NOTE), language).to_be_in_viewport()
