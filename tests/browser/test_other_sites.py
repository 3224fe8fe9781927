"""Sites of other people, built from the same templates: other languages, other directions, other colours."""

import pytest
from playwright.sync_api import expect

SWITCH = '.header details[data-component~="language-switch"]'
WIDEST = "document.documentElement.scrollWidth"


def test_arabic_runs_from_right_to_left_and_does_not_scroll_sideways(three_languages, page):
    for path in [path for path in three_languages.read if path.startswith("ar/")]:
        page.goto(f"{three_languages.url}{path}")
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(WIDEST) <= width, path
            name = page.locator(".header__name").bounding_box()
            menu = page.locator(".header summary").last.bounding_box()
            assert name["x"] > menu["x"], f"{path} at {width} pixels"


def test_steps_of_an_arabic_article_have_their_numbers_on_the_right(three_languages, page):
    page.goto(f"{three_languages.url}ar/letters/write-to-us/")
    step = page.locator("article ol > li").first
    number = step.evaluate("step => getComputedStyle(step, '::before').right")
    assert number == "0px"
    assert step.evaluate("step => parseFloat(getComputedStyle(step).paddingRight)") > 24
    step.locator("..").evaluate("steps => { steps.start = 4; }")
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    names = [node["name"]["value"] for node in tree if node["role"]["value"] == "StaticText"]
    assert "4" in names, "a list that goes on after a picture goes on counting"
    assert "1" not in names


def test_where_languages_stand_side_by_side_each_has_its_own_direction(three_languages, page):
    for path in ("", "gone"):
        page.goto(f"{three_languages.url}{path}")
        directions = page.locator(".language-card").evaluate_all(
            "all => Object.fromEntries(all.map((one) => [one.lang, getComputedStyle(one).direction]))"
        )
        assert directions == {"ja": "ltr", "en-GB": "ltr", "ar": "rtl"}, path


def test_a_broken_arabic_address_is_answered_from_right_to_left(three_languages, page):
    page.goto(f"{three_languages.url}ar/gone/")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator(".language-card:visible")).to_have_count(1)


def test_three_languages_are_switched_by_key(three_languages, page):
    page.goto(f"{three_languages.url}ja/letters/write-to-us/")
    page.locator(f"{SWITCH} summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{SWITCH} nav")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(f"{SWITCH} a").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{three_languages.url}ar/letters/write-to-us/")
    expect(page.locator(f"{SWITCH} summary")).to_have_text("العربية")


def test_opening_one_menu_closes_the_other(three_languages, page):
    page.goto(f"{three_languages.url}en-GB/")
    menus = page.locator(".header details")
    for opened, closed in ((0, 1), (1, 0)):
        menus.nth(opened).locator("summary").click()
        expect(menus.nth(opened).locator("nav")).to_be_visible()
        expect(menus.nth(closed).locator("nav")).to_be_hidden()


def test_a_missing_translation_leads_to_that_home_page_which_says_so(three_languages, page):
    page.goto(f"{three_languages.url}en-GB/letters/letter-lost/")
    page.locator(f"{SWITCH} summary").click()
    page.locator(f"{SWITCH} a").last.click()
    expect(page).to_have_url(f"{three_languages.url}ar/#untranslated")
    expect(page.locator("#untranslated")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(("locale", "folder"), [("en-US", "en-GB"), ("ar-EG", "ar"), ("ja", "ja")])
def test_a_browser_is_led_to_the_nearest_language_there_is(three_languages, visitor, locale, folder):
    page = visitor(locale=locale).page
    page.goto(three_languages.url)
    expect(page).to_have_url(f"{three_languages.url}{folder}/")


def test_an_official_site_says_so_in_its_own_colours_and_links_the_proof(lamplight, site, page):
    page.goto(f"{lamplight.url}en/")
    expect(page.locator(".disclaimer a")).to_have_attribute("href", "https://www.lamplight.example/help-center")
    theirs = page.locator(".article-list a").first.evaluate("link => getComputedStyle(link).color")
    assert theirs == "rgb(138, 69, 16)"
    page.goto(f"{site.url}en/")
    assert page.locator(".article-list a").first.evaluate("link => getComputedStyle(link).color") != theirs
