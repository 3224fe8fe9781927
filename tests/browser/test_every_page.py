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
USE = """() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const part of document.querySelectorAll("[hidden]")) part.hidden = false;
  const buttons = [...document.querySelectorAll('[data-component~="theme-switch"] button')];
  for (const button of buttons.filter((button) => button.checkVisibility())) button.click();
}"""
VISITS = [(name, 1, 1) for name in CONFIGS if name != "bitpie"] + [("bitpie", part, 3) for part in (1, 2, 3)]
"""Sites, the largest of them in parts that take about as long as another site."""


@dataclass
class Tour:
    """What was asked for, what went wrong, and what each page is like."""

    site: Any
    requests: set[str] = field(default_factory=set)
    problems: list[tuple[str, str]] = field(default_factory=list)
    looks: dict[str, dict] = field(default_factory=dict)


@pytest.fixture
def tour(request, serve, browser):
    """Every page opened once and used: one after another begins in the light or in the dark and is switched there,
    its folds are opened, and on some a search is made."""
    name, part, parts = request.param
    tour = Tour(serve(name))
    context = browser.new_context(locale="fr", viewport={"width": 320, "height": 640})
    context.add_init_script(LISTEN)
    page = context.new_page()
    page.on("request", lambda request: tour.requests.add(request.url))
    page.on("response", lambda answer: answer.status < 400 or tour.problems.append((page.url, answer.url)))
    # What a reader leaves behind half loaded is no problem.
    page.on(
        "requestfailed",
        lambda request: request.failure == "net::ERR_ABORTED" or tour.problems.append((page.url, request.url)),
    )
    page.on("pageerror", lambda error: tour.problems.append((page.url, str(error))))
    page.on("console", lambda message: tour.problems.append((page.url, message.text)))
    for number, path in enumerate(["404.html", *tour.site.paths][part - 1 :: parts]):
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
        page.evaluate(USE)
        tour.problems += [(path, violation) for violation in page.evaluate("window.violations")]
    for icon in {url for look in tour.looks.values() for url in look["hints"] if url.endswith(".svg")}:
        if not page.request.get(icon).ok:
            tour.problems.append(("the icon that pages name", icon))
    yield tour
    context.close()


@pytest.mark.parametrize("tour", VISITS, ids=lambda visit: f"{visit[0]} {visit[1]} of {visit[2]}", indirect=True)
def test_every_page(tour):
    assert len(tour.looks) > 5
    assert tour.problems == [], "an error, a message, a missing file, or what the policy forbids"

    hints = {url for look in tour.looks.values() for url in look["hints"]}
    assert any(url.endswith(".svg") for url in hints)
    assert len(tour.requests | hints) > len(tour.looks)
    assert {url for url in tour.requests | hints if not url.startswith((tour.site.url, "data:"))} == set()

    for path, look in tour.looks.items():
        assert look["width"] <= 320, f"{path} scrolls sideways"
        # One policy, before all that it governs.
        assert (look["policies"], look["ungoverned"], look["inline"]) == (1, 0, 0), path
        # One title, and no level left out.
        levels = look["levels"]
        assert levels[0] == 1, path
        assert levels.count(1) == 1 or path == "404.html", path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path
