"""The menu of topics: opens and closes as people expect, by hand, by key, and without the script."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def menu(site, page):
    page.goto(f"{site.url}en/")
    return page.locator('.header details[data-component~="menu"]').first


def test_the_menu_opens_and_closes_by_mouse_by_key_by_escape_and_by_a_click_elsewhere(menu, page):
    summary, nav = menu.locator("summary"), menu.locator("nav")
    expect(nav).to_be_hidden()
    summary.click()
    expect(nav).to_be_visible()
    summary.click()
    expect(nav).to_be_hidden()
    summary.focus()
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        expect(nav, key).to_be_visible()
        page.keyboard.press(key)
        expect(nav, key).to_be_hidden()
    summary.click()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(menu.locator("nav a").nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(nav, "by Escape").to_be_hidden()
    expect(summary).to_be_focused()
    summary.click()
    summary.evaluate("summary => summary.blur()")  # Safari does not focus what the mouse opened
    page.keyboard.press("Escape")
    expect(nav, "by Escape, wherever the focus is").to_be_hidden()
    summary.click()
    expect(nav).to_be_visible()
    page.locator("h1").click()
    expect(nav, "by a click elsewhere").to_be_hidden()


def test_the_focus_moving_on_closes_the_menu(menu, page):
    menu.locator("summary").click()
    for _ in range(menu.locator("nav :is(a, button)").count()):
        page.keyboard.press("Tab")
    expect(menu.locator("nav :is(a, button)").last).to_be_focused()
    page.keyboard.press("Tab")
    expect(menu.locator("nav")).to_be_hidden()


def test_the_tab_key_goes_through_the_header_in_the_order_it_is_read(site, page):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{site.url}en/")
    controls = page.locator(".skip-link, .header :is(a, button, summary):visible")
    for number in range(controls.count()):
        page.keyboard.press("Tab")
        expect(controls.nth(number)).to_be_focused()
    tops = controls.evaluate_all("all => all.slice(1).map(one => one.getBoundingClientRect().x)")
    assert tops == sorted(tops)


def test_every_topic_of_the_menu_can_be_reached_on_a_small_screen(menu, page):
    menu.locator("summary").click()
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 480})
        for link in menu.locator("nav a").all():
            link.scroll_into_view_if_needed()
            expect(link, f"{width} pixels").to_be_in_viewport(ratio=1)


def test_without_javascript_the_menu_opens_and_leads_to_a_topic(site, visitor):
    page = visitor(java_script_enabled=False).page
    page.goto(f"{site.url}zh/")
    page.locator(".header__menu summary").first.click()
    link = page.locator(".header__menu nav ul").nth(1).locator("a").first
    title = link.inner_text()
    link.click()
    expect(page.locator("h1")).to_have_text(title)


def test_the_menu_marks_the_topic_one_is_in(site, page):
    page.goto(f"{site.url}{site.article_with('<table>', 'en')}")
    page.locator(".header__menu summary").first.click()
    current = page.locator(".header__menu [aria-current]")
    expect(current).to_have_count(1)
    expect(current).to_have_text(page.locator(".breadcrumbs a").last.inner_text())
