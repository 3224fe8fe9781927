"""What must hold on every page of every site, seen by a browser that opens all of them on the narrowest of phones."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any
from urllib.parse import urljoin

import pytest
from built_site import CONFIGS, REFRESH

LISTEN = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    window.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
  });
"""
# What a page makes a browser fetch, or prepare to fetch, without asking for it while it is watched.
HINTS = ", ".join(f'link[rel~="{kind}"]' for kind in ("preconnect", "dns-prefetch", "prefetch", "preload", "icon"))
LOOK = f"""() => {{
  const policies = document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]');
  const before = (part) => part.compareDocumentPosition(policies[0]) & Node.DOCUMENT_POSITION_FOLLOWING;
  return {{
    hints: [...document.querySelectorAll('{HINTS}')].map((link) => link.href),
    width: document.documentElement.scrollWidth,
    levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((one) => Number(one.tagName[1])),
    policies: policies.length,
    ungoverned: [...document.querySelectorAll("script, link, style, img")].filter(before).length,
    inline: document.querySelectorAll("[style]").length,
  }};
}}"""
OPEN_ALL = """() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const part of document.querySelectorAll("[hidden]")) part.hidden = false;
}"""


@dataclass
class Tour:
    """What was asked for, what went wrong, and what each page is like."""

    site: Any
    requests: set[str] = field(default_factory=set)
    problems: list[tuple[str, str]] = field(default_factory=list)
    looks: dict[str, dict] = field(default_factory=dict)


@pytest.fixture(scope="module", params=CONFIGS)
def tour(request, serve, browser):
    """Every page opened once and used: one after another begins in the light or in the dark and is switched there,
    its folds are opened, and on some a search is made."""
    tour = Tour(serve(request.param))
    context = browser.new_context(locale="fr", viewport={"width": 320, "height": 640})
    context.add_init_script(LISTEN)
    page = context.new_page()
    page.on("request", lambda request: tour.requests.add(request.url))
    page.on("response", lambda answer: answer.status < 400 or tour.problems.append((page.url, answer.url)))
    page.on("pageerror", lambda error: tour.problems.append((page.url, str(error))))
    page.on("console", lambda message: tour.problems.append((page.url, message.text)))
    for number, path in enumerate([*tour.site.paths, "404.html"]):
        page.emulate_media(color_scheme=("light", "dark")[number % 2])
        page.goto(urljoin(tour.site.url, path))
        file = tour.site.folder / (path if path.endswith(".html") else f"{path}index.html")
        if REFRESH in file.read_text("utf-8"):
            page.wait_for_function("() => !document.querySelector('head > noscript')")
            continue  # it led to another page
        tour.looks[path] = page.evaluate(LOOK)
        for box in page.locator('[data-component~="search"] input:visible').all() if number % 6 == 0 else ():
            box.fill("ab")
            page.locator('[data-component~="search"]').get_by_role("option").first.wait_for()
            page.keyboard.press("Escape")
        page.evaluate(OPEN_ALL)
        for switch in page.locator('[data-component~="theme-switch"] button:visible').all():
            switch.dispatch_event("click")
        tour.problems += [(path, violation) for violation in page.evaluate("window.violations")]
    context.close()
    return tour


def test_no_page_has_an_error_a_message_or_a_missing_file_or_tries_what_its_policy_forbids(tour):
    assert {"", "404.html"} <= tour.looks.keys()
    assert len(tour.looks) > 5
    assert tour.problems == []


def test_no_page_asks_any_other_host_for_anything(tour):
    asked = tour.requests.union(*(look["hints"] for look in tour.looks.values()))
    assert len(asked) > len(tour.looks)
    assert {url for url in asked if not url.startswith((tour.site.url, "data:"))} == set()


def test_every_page_has_one_policy_before_all_that_it_governs(tour):
    for path, look in tour.looks.items():
        assert (look["policies"], look["ungoverned"], look["inline"]) == (1, 0, 0), path


def test_no_page_scrolls_sideways(tour):
    assert [path for path, look in tour.looks.items() if look["width"] > 320] == []


def test_every_page_has_one_title_and_its_headings_leave_out_no_level(tour):
    for path, look in tour.looks.items():
        levels = look["levels"]
        assert levels[0] == 1, path
        assert levels.count(1) == 1 or path == "404.html", path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_the_icon_that_the_pages_name_is_there(page, tour):
    icons = {url for look in tour.looks.values() for url in look["hints"] if url.endswith(".svg")}
    assert icons
    assert [url for url in icons if not page.request.get(url).ok] == []
