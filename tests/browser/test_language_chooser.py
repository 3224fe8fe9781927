"""The root page: it leads a first visitor to their language, and traps nobody."""

import re

import pytest
from playwright.sync_api import expect

ENTER = '[data-component="language-chooser"] a[data-language]'
DENIED = "get() { throw new DOMException('denied', 'SecurityError'); }"


def deny(context, *stores):
    """What a browser does that keeps nothing for a site."""
    for store in stores:
        context.add_init_script(f"Object.defineProperty(window, '{store}', {{ {DENIED} }});")


def offered(page):
    return page.locator(ENTER).evaluate_all("links => links.map(link => link.dataset.language)")


def test_without_javascript_every_language_is_offered(site, visitor):
    page = visitor(java_script_enabled=False, locale="en-GB").page
    page.goto(site.url)
    assert offered(page) == ["zh", "en"]
    page.locator(ENTER).last.click()
    expect(page).to_have_url(f"{site.url}en/")


@pytest.mark.parametrize(("locale", "language"), [("zh-TW", "zh"), ("zh-Hans-CN", "zh"), ("en-GB", "en")])
def test_a_first_visit_leads_to_the_language_of_the_browser(site, visitor, locale, language):
    page = visitor(locale=locale).page
    page.goto(site.url)
    expect(page).to_have_url(f"{site.url}{language}/")
    expect(page.locator(f"html[lang|={language}]")).to_be_visible()


def test_the_first_of_several_languages_that_there_is_wins(site, visitor):
    reader = visitor()
    reader.context.add_init_script("Object.defineProperty(navigator, 'languages', { value: ['de', 'EN-au', 'zh'] })")
    reader.page.goto(site.url)
    expect(reader.page).to_have_url(f"{site.url}en/")


def test_a_browser_in_another_language_stays_and_may_choose_each_in_its_own_words(site, visitor):
    page = visitor(locale="fr").page
    page.goto(site.url)
    expect(page).to_have_url(site.url)
    assert offered(page) == ["zh", "en"]
    for language, script in (("zh", r"[\u4e00-\u9fff]"), ("en", r"[A-Za-z]")):
        choice = page.locator(f'.language-card[lang|="{language}"]')
        expect(choice.locator("a")).to_have_text(re.compile(script))
        expect(choice.locator("a")).to_have_attribute("hreflang", language)


def test_where_there_is_one_language_nobody_is_asked(site, visitor):
    page = visitor(locale="fr").page
    html = re.sub(r'<li class="language-card" lang="zh.*?</li>', "", page.request.get(site.url).text(), flags=re.DOTALL)
    page.route(site.url, lambda route: route.fulfill(body=html, content_type="text/html"))
    for _ in range(2):
        page.goto(site.url)
        expect(page).to_have_url(f"{site.url}en/")


def test_back_from_where_the_page_led_does_not_lead_there_again(site, visitor):
    page = visitor(locale="en-GB").page
    page.goto(f"{site.url}zh/")
    page.goto(site.url)
    expect(page).to_have_url(f"{site.url}en/")
    page.go_back()
    expect(page).to_have_url(f"{site.url}zh/")


def test_coming_back_to_the_page_shows_the_choice(site, visitor):
    page = visitor(locale="en-GB").page
    page.goto(site.url)
    expect(page).to_have_url(f"{site.url}en/")
    page.goto(site.url)
    expect(page).to_have_url(site.url)
    page.locator(ENTER).first.click()
    expect(page).to_have_url(f"{site.url}zh/")
    page.go_back()
    expect(page).to_have_url(site.url)
    expect(page.locator(ENTER).first).to_be_visible()


def test_a_language_chosen_before_wins_over_that_of_the_browser(site, visitor):
    reader = visitor(locale="en-GB")
    reader.page.goto(site.url)
    expect(reader.page).to_have_url(f"{site.url}en/")
    reader.page.goto(site.url)
    reader.page.locator(ENTER).first.click()
    expect(reader.page).to_have_url(f"{site.url}zh/")
    later = reader.context.new_page()
    later.goto(site.url)
    expect(later).to_have_url(f"{site.url}zh/")


def test_a_remembered_language_that_is_gone_does_no_harm(site, visitor):
    reader = visitor(locale="en-GB")
    reader.context.add_init_script("localStorage.setItem('language', 'xx')")
    reader.page.goto(site.url)
    expect(reader.page).to_have_url(f"{site.url}en/")


def test_a_browser_that_forgets_between_visits_is_led_all_the_same(site, visitor):
    reader = visitor(locale="zh-CN")
    deny(reader.context, "localStorage")
    reader.page.goto(site.url)
    expect(reader.page).to_have_url(f"{site.url}zh/")
    assert not reader.problems


def test_a_browser_that_keeps_nothing_at_all_stays_and_may_choose(site, visitor):
    """It could not tell a first visit from a return, and would lead away for ever."""
    reader = visitor(locale="zh-CN")
    deny(reader.context, "localStorage", "sessionStorage")
    reader.page.goto(site.url)
    reader.page.locator(ENTER).last.click()
    expect(reader.page).to_have_url(f"{site.url}en/")
    assert not reader.problems
