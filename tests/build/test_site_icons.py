"""What others show of a page: in tabs, on home screens, in search engines, where a link to it is posted."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from built_site import CONFIGS, URL, Page, Site

ICONS = "link[rel~=icon], link[rel=apple-touch-icon], link[rel=manifest]"


def readers(site: Site) -> list[Page]:
    """The pages of the site that have an address of their own."""
    return [page for page in site.pages.values() if page.soup.select_one("link[rel=canonical]") and not moved(page)]


def moved(page: Page) -> bool:
    return page.soup.select_one("meta[http-equiv=refresh]") is not None


def said(page: Page, name: str) -> str:
    [tag] = page.soup.select(f'meta[property="{name}"], meta[name="{name}"]')
    return str(tag["content"])


def test_every_icon_that_a_page_names_is_there(site: Site) -> None:
    for page in site.pages.values():
        links = page.soup.select(ICONS)
        assert links, page.url
        assert [site.missing(page.resolve(str(link["href"]))) for link in links] == [""] * len(links), page.url


def test_a_link_to_a_page_shows_its_title_its_summary_and_a_picture(site: Site) -> None:
    assert readers(site)
    for page in readers(site):
        assert said(page, "og:url") == page.resolve(""), page.url
        assert said(page, "og:title") == page.soup.title.string
        assert said(page, "og:description") == said(page, "description")
        assert said(page, "og:site_name") in [*site.written.settings["site_name"].values()]
        assert site.missing(said(page, "og:image")) == ""
        assert said(page, "twitter:card") == "summary_large_image"


def test_titles_and_descriptions_tell_pages_of_a_language_apart(bitpie: Site) -> None:
    for code in bitpie.written.codes:
        pages = [page for page in readers(bitpie) if page.language == code]
        titles = [page.soup.title.string for page in pages]
        assert len(set(titles)) == len(titles)
        described = [said(page, "description") for page in pages if "/search/" not in page.url]
        assert len(set(described)) == len(described)


def test_the_manifest_of_a_language_leads_to_its_home_page(site: Site) -> None:
    for code in site.written.codes:
        page = site.pages[f"{code}/"]
        address = page.resolve(str(page.soup.select_one("link[rel=manifest]")["href"]))
        manifest = json.loads((site.folder / address.removeprefix(URL)).read_text("utf-8"))
        assert manifest["name"] == site.written.settings["site_name"][code]
        assert manifest["lang"] == code
        assert urljoin(address, manifest["start_url"]) == page.resolve("")
        assert [site.missing(urljoin(address, icon["src"])) for icon in manifest["icons"]] == [""] * 4


def test_the_sitemap_dates_each_article_by_its_review_and_names_its_twins(site: Site) -> None:
    text = (site.folder / "sitemap.xml").read_text("utf-8")
    entries = {re.search("<loc>(.*?)</loc>", entry)[1]: entry for entry in text.split("<url>")[1:]}
    for code in site.written.codes:
        for id, page in site.article_pages(code).items():
            entry = entries[page.resolve("")]
            assert f"<lastmod>{site.written.articles(code)[id].head['reviewed_on']}</lastmod>" in entry
            named = dict(re.findall(r'hreflang="([^"]+)" href="([^"]+)"', entry))
            assert named == page.alternates
    assert not [address for address in entries if site.missing(address)]


@pytest.mark.parametrize("path", ["/", "/help/"])
def test_robots_find_the_sitemap_and_a_broken_address_its_icons_wherever_the_site_is(
    path: str, built: Callable[..., Site]
) -> None:
    url = urljoin(URL, path)
    site = built("lamplight", url)
    assert f"\nSitemap: {url}sitemap.xml\n" in (site.folder / "robots.txt").read_text("utf-8")
    page = (site.folder / "404.html").read_text("utf-8")
    assert f'href="{path}favicon.ico"' in page
    assert f'href="{path}assets/tab.' in page


def test_a_site_with_a_mark_of_its_own_shows_it(three_languages: Site) -> None:
    drawing = (CONFIGS["three_languages"].parent / "docs/data/logo.svg").read_text("utf-8")
    [path] = re.findall(r'<path d="([^"]+)"', drawing)
    [icon] = (three_languages.folder / "assets").glob("tab.*.svg")
    assert path in icon.read_text("utf-8")
    for page in three_languages.in_a_language:
        assert moved(page) or path in page.html, page.url
