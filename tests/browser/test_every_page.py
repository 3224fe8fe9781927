"""What must hold on every page there is, seen by a browser that opens all of them."""

from itertools import pairwise
from urllib.parse import urljoin

import pytest

# What a page makes a browser fetch, or prepare to fetch, without asking for it while it is watched.
HINTS = ", ".join(f'link[rel~="{kind}"]' for kind in ("preconnect", "dns-prefetch", "prefetch", "preload", "icon"))
LOOK = f"""() => ({{
  hints: [...document.querySelectorAll('{HINTS}')].map((link) => link.href),
  width: document.documentElement.scrollWidth,
  levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((one) => Number(one.tagName[1])),
}})"""


@pytest.fixture(scope="module")
def tour(site, browser):
    """Every page opened once, on the narrowest of phones: what was asked for, and what went wrong."""
    context = browser.new_context(locale="fr", viewport={"width": 320, "height": 640})
    page = context.new_page()
    seen = {"requests": set(), "problems": [], "looks": {}}
    page.on("request", lambda request: seen["requests"].add(request.url))
    page.on("response", lambda answer: answer.status < 400 or seen["problems"].append((page.url, answer.url)))
    page.on("pageerror", lambda error: seen["problems"].append((page.url, str(error))))
    page.on("console", lambda message: seen["problems"].append((page.url, message.text)))
    for path in [*site.paths, "404.html"]:
        page.goto(urljoin(site.url, path))
        seen["looks"][path] = page.evaluate(LOOK)
    context.close()
    return seen


def test_the_tour_opens_many_pages_in_every_language(tour):
    for language in ("zh", "en"):
        assert len([path for path in tour["looks"] if path.startswith(f"{language}/")]) > 24
    assert {"", "404.html"} <= tour["looks"].keys()


def test_no_page_asks_any_other_host_for_anything(site, tour):
    asked = tour["requests"].union(*(look["hints"] for look in tour["looks"].values()))
    assert len(asked) > len(tour["looks"])
    assert {url for url in asked if not url.startswith((site.url, "data:"))} == set()


def test_no_page_has_an_error_a_message_or_a_missing_file(tour):
    assert tour["problems"] == []


def test_no_page_scrolls_sideways_on_the_narrowest_phone(tour):
    assert [path for path, look in tour["looks"].items() if look["width"] > 320] == []


def test_every_page_has_one_title_and_its_headings_leave_out_no_level(tour):
    for path, look in tour["looks"].items():
        levels = look["levels"]
        assert levels[0] == 1, path
        assert levels.count(1) == 1 or path == "404.html", path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_the_icon_that_the_pages_name_is_there(page, tour):
    icons = {url for look in tour["looks"].values() for url in look["hints"] if url.endswith(".svg")}
    assert icons
    assert [url for url in icons if not page.request.get(url).ok] == []
