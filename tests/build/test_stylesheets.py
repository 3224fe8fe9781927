"""The style sheets as published: two a page, with all that the pages need of the theme's, and little else."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from statistics import median

import pytest
from built_site import URL, Site, theme_folder

from handrail.assets.css import Rule, Sheet, read, swept
from handrail.assets.used_selectors import of_content

HEAVIEST, USUAL = 33 * 1024, 21 * 1024
"""Bytes over the wire of a page: its HTML, style sheets and scripts; usual is one without pictures. Material's
own pages weigh 66 KB."""


def sheets(site: Site, url: str) -> list[str]:
    links = site.pages[url].soup.select("link[rel=stylesheet]")
    paths = [site.pages[url].resolve(str(link["href"])).removeprefix(URL) for link in links]
    return [(site.folder / path).read_text("utf-8") for path in paths]


@cache
def theirs() -> str:
    [file] = (theme_folder() / "assets/stylesheets").glob("main.*.css")
    return file.read_text("utf-8")


def selectors(sheet: Sheet, around: str = "") -> Iterator[str]:
    """Every selector with the conditions around it, and what its rule says, custom properties apart."""
    for item in sheet:
        if isinstance(item, str):
            continue
        if item.head.startswith("@"):
            yield from selectors(item.body, f"{around} {item.head}")
        else:
            says = ";".join(each for each in item.body if not isinstance(each, Rule) and not each.startswith("--"))
            if says:
                yield from (f"{around} {selector}{{{says}" for selector in item.head.split(","))


def test_every_page_links_the_sheet_of_all_pages_and_at_most_one_of_its_kind(site: Site) -> None:
    firsts = set()
    for page in site.pages.values():
        found = sheets(site, page.url)
        assert len(found) in {1, 2}, page.url
        firsts.add(found[0])
    assert len(firsts) == 1


def test_every_rule_of_the_theme_that_a_page_may_need_is_in_the_sheet(site: Site) -> None:
    """Held against the pages as they are, while the build looked at what they are made of."""
    directions = {str(tag["dir"]) for page in site.pages.values() for tag in page.soup.select("[dir]")}
    needed = of_content(page.html for page in site.pages.values()).where("dir", directions)
    wanted = set(selectors(swept({"": read(theirs(), needed)})[""]))
    assert len(wanted) > 20
    assert wanted <= set(selectors(read(sheets(site, "")[0])))


def test_most_of_the_theme_is_left_out(site: Site) -> None:
    assert len(gzip.compress(sheets(site, "")[0].encode())) < 8 * 1024 < len(gzip.compress(theirs().encode())) / 2


def test_the_colours_of_a_site_are_its_own(site: Site) -> None:
    for name, colour in site.written.settings.get("colours", {}).items():
        assert f"--accent-{name}:{colour}" in sheets(site, "")[0]


@pytest.mark.parametrize("name", ["bitpie", "three_languages"])
def test_rules_for_a_direction_of_writing_stay_where_a_language_is_written_so(name: str, built) -> None:
    assert ("[dir=rtl]" in sheets(built(name), "")[0]) == (name == "three_languages")


def test_a_page_weighs_little_before_anything_is_done(site: Site) -> None:
    weights = {url: weight(site, url) for url in site.pages}
    heaviest = max(weights, key=lambda url: weights[url])
    assert weights[heaviest] <= HEAVIEST, heaviest
    assert median(value for url, value in weights.items() if "<figure" not in site.pages[url].html) <= USUAL


def weight(site: Site, url: str) -> int:
    page = site.pages[url]
    scripts = [page.resolve(str(script["src"])).removeprefix(URL) for script in page.soup.select("script[src]")]
    texts = [page.html, *sheets(site, url), *((site.folder / path).read_text("utf-8") for path in scripts)]
    assert not re.search(r"<link[^>]*(preload|prefetch)", page.html), "what is loaded early would have to be counted"
    return sum(len(gzip.compress(text.encode(), 6)) for text in texts)
