"""Announcements begin and end by the reader's clock, are dismissed for good, and move nothing."""

from __future__ import annotations

import datetime

import lamplight_later
import pytest
from accessibility import faults, faults_by_look
from playwright.sync_api import expect
from waiting import settled

LISTEN = """
  window.moved = 0;
  window.forbidden = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.moved += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  document.addEventListener("securitypolicyviolation", (event) => window.forbidden.push(event.violatedDirective));
"""
INFO, WARNING, CRITICAL = (f'[data-announcement="{id}"]' for id in ("new-base", "workshop-closed", "hot-plugs"))
HOT = "en/light/lamp-gets-hot/"


@pytest.fixture
def warned(serve):
    """The same site with its critical announcement on all pages."""
    return serve("lamplight", changes=lamplight_later.CHANGES)


@pytest.fixture
def reader(visitor):
    """A reader, whose time can be set."""
    reader = visitor()
    reader.context.add_init_script(LISTEN)
    return reader


def at(reader, year: int) -> None:
    reader.page.clock.set_fixed_time(datetime.datetime(year, 6, 1, tzinfo=datetime.UTC))


def test_they_show_where_they_belong_in_the_language_of_the_page(lamplight, reader):
    reader.page.goto(f"{lamplight.url}{HOT}")
    expect(reader.page.locator(f"{CRITICAL} p")).to_have_text("Warning Unplug lamps with a white plug. They get hot.")
    expect(reader.page.locator(WARNING)).to_be_hidden()
    reader.page.goto(f"{lamplight.url}zh-Hant/start/pair-the-lamp/")
    expect(reader.page.locator(INFO)).to_contain_text("新底座已經上市。")
    expect(reader.page.locator(CRITICAL)).to_have_count(0)


def test_they_begin_and_end_by_the_clock_of_the_reader(lamplight, reader):
    for year, seen in ((2026, [CRITICAL, INFO]), (2990, [CRITICAL, WARNING, INFO]), (2999, [])):
        at(reader, year)
        reader.page.goto(f"{lamplight.url}{HOT}")
        for one in (CRITICAL, WARNING, INFO):
            expect(reader.page.locator(one)).to_be_visible(visible=one in seen)
        expect(reader.page.get_by_role("region", name="Announcements")).to_have_count(1 if seen else 0)


@pytest.mark.parametrize("path", ["", "nowhere/"])
def test_pages_with_every_language_say_what_is_critical_in_each_and_nothing_else(path, warned, reader):
    page = reader.page
    page.goto(f"{warned.url}{path}")
    for code, text in (("en", "Unplug lamps"), ("zh-Hant", "請拔下")):
        expect(page.locator(f".language-card[lang|={code}] {CRITICAL}")).to_contain_text(text)
    expect(page.locator("[data-announcement]")).to_have_count(2)
    assert faults(page) == {}
    at(reader, 2999)
    page.reload()
    expect(page.locator("[data-announcement]:visible")).to_have_count(0)
    settled(page)
    assert page.evaluate("window.moved") == 0
    assert page.evaluate("window.forbidden") == []


def test_what_ends_while_a_page_is_open_goes(lamplight, reader):
    reader.page.clock.install(time=datetime.datetime(2998, 12, 31, 22, 59, tzinfo=datetime.UTC))
    reader.page.goto(f"{lamplight.url}{HOT}")
    expect(reader.page.locator(CRITICAL)).to_be_visible()
    reader.page.clock.run_for("02:00")
    expect(reader.page.locator(CRITICAL)).to_be_hidden()


def test_what_is_dismissed_stays_away_everywhere_until_it_says_something_else(lamplight, reader):
    page = reader.page
    page.goto(f"{lamplight.url}{HOT}")
    page.get_by_role("button", name="Dismiss this announcement").press("Enter")
    expect(page.locator(INFO)).to_be_hidden()
    expect(page.locator("#content")).to_be_focused()
    for path in ("en/", "zh-Hant/"):
        page.goto(f"{lamplight.url}{path}")
        expect(page.locator(INFO)).to_be_hidden()
    page.evaluate("localStorage.setItem('dismissed', JSON.stringify({ 'new-base': 'what it said before' }))")
    page.reload()
    expect(page.locator(INFO)).to_be_visible()


def test_what_is_critical_cannot_be_dismissed_by_any_means(lamplight, reader):
    page = reader.page
    page.goto(f"{lamplight.url}{HOT}")
    expect(page.locator(f"{CRITICAL} button")).to_have_count(0)
    expect(page.get_by_role("alert")).to_have_count(1)
    hash = page.locator(CRITICAL).get_attribute("data-hash")
    page.evaluate("hash => localStorage.setItem('dismissed', JSON.stringify({ 'hot-plugs': hash }))", hash)
    page.reload()
    expect(page.locator(CRITICAL)).to_be_visible()


def test_whatever_a_browser_kept_is_no_error(lamplight, reader):
    reader.page.goto(f"{lamplight.url}en/")
    for kept in ("", "null", "7", '"text"', "[]", "{", "{}"):
        reader.page.evaluate("kept => localStorage.setItem('dismissed', kept)", kept)
        reader.page.reload()
        reader.page.get_by_role("button", name="Dismiss this announcement").click()
        expect(reader.page.locator(INFO), kept).to_be_hidden()
        assert reader.problems == [], kept


def test_nothing_moves_when_a_page_opens_with_or_without_them(lamplight, reader):
    page = reader.page
    for year in (2026, 2990, 2999):
        at(reader, year)
        page.goto(f"{lamplight.url}en/light/")  # by then the channels of an article have expired too
        settled(page)
        assert page.evaluate("window.moved") == 0, year
    at(reader, 2026)
    page.goto(f"{lamplight.url}{HOT}")
    page.get_by_role("button", name="Dismiss this announcement").click()
    page.reload()
    settled(page)
    assert page.evaluate("window.moved") == 0


def test_they_show_on_the_sealed_page_of_the_journey_within_its_policy(lamplight, reader):
    page = reader.page
    page.goto(f"{lamplight.url}en/support/")
    assert "connect-src 'none'" in page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content")
    expect(page.locator(CRITICAL)).to_be_visible()
    page.get_by_role("button", name="Dismiss this announcement").click()
    expect(page.locator(INFO)).to_be_hidden()
    assert page.evaluate("window.forbidden") == []
    assert reader.problems == []


def test_without_a_script_those_that_hold_are_there(lamplight, visitor):
    page = visitor(java_script_enabled=False).page
    page.goto(f"{lamplight.url}{HOT}")
    expect(page.locator(CRITICAL)).to_be_visible()
    expect(page.locator(INFO)).to_be_visible()
    expect(page.locator(WARNING)).to_be_hidden()
    expect(page.locator(".announcement button:visible")).to_have_count(0)


def test_everybody_can_use_them(lamplight, page):
    page.goto(f"{lamplight.url}{HOT}")
    assert faults_by_look(page, [(320, "light"), (320, "dark")]) == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    box = page.get_by_role("button", name="Dismiss this announcement").bounding_box()
    assert box["width"] >= 44
    assert box["height"] >= 44
