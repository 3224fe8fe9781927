"""A category with sections: on its page, on those of its articles, in search and for machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from built_site import URL
from site_builds import SharedBuilds

ACCESS = ["Change the Wi-Fi password", "Give visitors a Wi-Fi of their own"]
SECTIONS = {None: ["What the Wi-Fi light means"], "Speed and reach": ["Wi-Fi is slow or keeps dropping"]}
SECTIONS["Who may connect"] = ACCESS


@pytest.fixture(scope="module")
def router(shared_builds: SharedBuilds) -> Path:
    return shared_builds("router").folder


def page(router: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((router / path / "index.html").read_text("utf-8"), "html.parser")


def links(of: Tag) -> dict[str, str]:
    return {link.get_text(strip=True): str(link["href"]) for link in of.select("a")}


def test_the_page_of_a_category_lists_articles_by_section(router: Path) -> None:
    category = page(router, "en/wifi")
    listed = {}
    for articles in category.select(".article-list"):
        heading = articles.find_previous_sibling("h2")
        listed[heading.get_text() if heading else None] = list(links(articles))
    assert listed == SECTIONS
    assert category.select_one("#section-access").get_text() == "Who may connect"
    menu = category.select_one(".header__menu ul ul")
    assert links(menu) == {"Speed and reach": "#section-speed", "Who may connect": "#section-access"}
    assert not category.select(".section-links"), "two sections are soon looked through"


def test_an_article_shows_its_section_and_stands_among_its_articles(router: Path) -> None:
    article = page(router, "en/wifi/guest-wifi")
    breadcrumbs = links(article.select_one(".breadcrumbs"))
    assert breadcrumbs == {"Home": "../../", "Wi-Fi": "../", "Who may connect": "../#section-access"}
    sidebar = article.select_one("nav[aria-labelledby=same-category]")
    assert sidebar.h2.get_text(strip=True) == "Who may connect"
    assert list(links(sidebar)) == ACCESS
    current = article.select(".header__menu [aria-current=true]")
    assert [link.get_text(strip=True) for link in current] == ["Wi-Fi", "Who may connect"]
    trail, *_ = json.loads(article.select_one("[type='application/ld+json']").string)["@graph"]
    assert [(step["name"], step["item"]) for step in trail["itemListElement"]] == [
        ("Home", f"{URL}en/"),
        ("Wi-Fi", f"{URL}en/wifi/"),
        ("Who may connect", f"{URL}en/wifi/#section-access"),
        ("Give visitors a Wi-Fi of their own", f"{URL}en/wifi/guest-wifi/"),
    ]
    assert list(links(page(router, "en/wifi/wifi-light").select_one(".breadcrumbs"))) == ["Home", "Wi-Fi"]


def test_search_and_machines_name_the_section(router: Path) -> None:
    [words] = (router / "search").glob("ja.words.*.json")
    labels = json.loads(words.read_text("utf-8"))["categories"]
    assert (labels["wifi"], labels["wifi/access"]) == ("Wi-Fi", "Wi-Fi › 接続する機器")
    [texts] = (router / "search").glob("ja.*/*.json")
    categories = {id: category for id, *_, category in json.loads(texts.read_text("utf-8"))}
    assert categories["guest-wifi"] == "wifi/access"
    assert categories["wifi-light"] == "wifi"
    headings = [line for line in (router / "en/llms.txt").read_text("utf-8").splitlines() if line.startswith("## ")]
    assert headings[1:4] == ["## Wi-Fi", "## Wi-Fi › Speed and reach", "## Wi-Fi › Who may connect"]
    results = page(router, "en/search").select_one("[data-all-articles]")
    assert links(results)["Wi-Fi › Who may connect"] == "../wifi/#section-access"
