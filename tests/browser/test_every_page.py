"""What must hold on every page of every site, seen by a browser on the narrowest of phones.

A page is opened and used where it shows a kind of element that no page before it shows: an element with its name,
classes, role and attributes, in all that it stands in. A script, a style or a policy goes by nothing else of it,
so that no page is left that could fail by itself. What hangs on the words of a page, whether they fit, and what is
written in its head, is looked at on all of them: their bodies are put, one after the other, into a page with the same
style sheets, which costs a tenth.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any
from urllib.parse import urljoin

import pytest
from built_site import CONFIGS, REFRESH
from selectolax.lexbor import LexborHTMLParser, LexborNode

LISTEN = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    window.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
  });
"""
# What a page makes a browser fetch, or prepare to fetch, without asking for it while it is watched.
HINTS = ", ".join(f'link[rel~="{kind}"]' for kind in ("preconnect", "dns-prefetch", "prefetch", "preload", "icon"))
LOOK = f"""const look = (page, address) => {{
  const policies = page.querySelectorAll('meta[http-equiv="Content-Security-Policy"]');
  const before = (part) => part.compareDocumentPosition(policies[0]) & Node.DOCUMENT_POSITION_FOLLOWING;
  return {{
    hints: [...page.querySelectorAll('{HINTS}')].map((link) => new URL(link.getAttribute("href"), address).href),
    levels: [...page.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((one) => Number(one.tagName[1])),
    policies: policies.length,
    ungoverned: [...page.querySelectorAll("script, link, style, img")].filter(before).length,
    inline: page.querySelectorAll("[style]").length,
  }};
}};
const width = () => document.documentElement.scrollWidth;"""
LOOK_HERE = f"() => {{ {LOOK} return {{ ...look(document, document.URL), width: width() }}; }}"
LOOK_AT = f"""([html, address]) => {{
  {LOOK}
  const page = new DOMParser().parseFromString(html, "text/html");
  const seen = look(page, address);
  for (const part of page.querySelectorAll("[src]")) part.src = new URL(part.getAttribute("src"), address);
  for (const {{ name, value }} of page.documentElement.attributes) document.documentElement.setAttribute(name, value);
  document.body.replaceWith(page.body);
  return {{ ...seen, width: width() }};
}}"""
USE = """() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const part of document.querySelectorAll("[hidden]")) part.hidden = false;
  const buttons = [...document.querySelectorAll('[data-component~="theme-switch"] button')];
  for (const button of buttons.filter((button) => button.checkVisibility())) button.click();
}"""


def kinds(html: str) -> Iterator[str]:
    """The kind of each element of a page."""

    def below(element: LexborNode, around: str) -> Iterator[str]:
        attributes = element.attributes
        marks = [attributes.get(name) or "" for name in ("class", "data-component", "dir", "role", "type")]
        kind = f"{around} {element.tag} {marks} {sorted(attributes)}"
        yield kind
        for child in element.iter():
            yield from below(child, kind)

    root = LexborHTMLParser(html).root
    assert root
    return below(root, "")


def sheets(html: str) -> tuple[str, ...]:
    """The style sheets of a page."""
    links = LexborHTMLParser(html).css("link[rel=stylesheet]")
    return tuple(str(link.attributes["href"]).rpartition("/")[2] for link in links)


@dataclass
class Tour:
    """What was asked for, what went wrong, and what each page is like."""

    site: Any
    opened: list[str]
    requests: set[str] = field(default_factory=set)
    problems: list[tuple[str, str]] = field(default_factory=list)
    looks: dict[str, dict] = field(default_factory=dict)


def split(pages: dict[str, str]) -> tuple[list[str], dict[tuple[str, ...], list[str]]]:
    """The paths of the pages to open, and of all others that are read, by their style sheets."""
    opened, rest = [], {}
    known: set[Any] = set()
    for path, html in pages.items():
        shown = {*kinds(html), sheets(html)}
        if shown <= known:
            if REFRESH not in html:
                rest.setdefault(sheets(html), []).append(path)
        else:
            opened.append(path)
            known |= shown
    return opened, rest


@pytest.fixture
def tour(request, serve, browser):
    """One after another begins in the light or in the dark and is switched there, its folds are opened, and on some a
    search is made."""
    site = serve(request.param)
    pages = {path: site.file(path).read_text("utf-8") for path in ["404.html", *site.paths]}
    opened, rest = split(pages)
    tour = Tour(site, opened)
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
    for number, path in enumerate(opened):
        page.emulate_media(color_scheme=("light", "dark")[number % 2])
        page.goto(urljoin(site.url, path))
        if REFRESH in pages[path]:
            page.wait_for_function("() => !document.querySelector('head > noscript')")
            continue  # it led to another page
        tour.looks[path] = page.evaluate(LOOK_HERE)
        for box in page.locator('[data-component~="search"] input:visible').all() if number % 6 == 0 else ():
            box.fill("ab")
            page.locator('[data-component~="search"]').get_by_role("option").first.wait_for()
            page.keyboard.press("Escape")
        page.evaluate(USE)
        for other in rest.pop(sheets(pages[path]), ()):
            tour.looks[other] = page.evaluate(LOOK_AT, [pages[other], urljoin(site.url, other)])
        tour.problems += [(path, violation) for violation in page.evaluate("window.violations")]
    assert not rest, "every style sheet is on a page that was opened"
    for icon in {url for look in tour.looks.values() for url in look["hints"] if url.endswith(".svg")}:
        if not page.request.get(icon).ok:
            tour.problems.append(("the icon that pages name", icon))
    yield tour
    context.close()


@pytest.mark.parametrize("tour", CONFIGS, indirect=True)
def test_every_page(tour):
    assert len(tour.looks) > len(tour.opened) > 5
    assert tour.problems == [], "an error, a message, a missing file, or what the policy forbids"

    hints = {url for look in tour.looks.values() for url in look["hints"]}
    assert any(url.endswith(".svg") for url in hints)
    assert len(tour.requests | hints) > len(tour.opened)
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
