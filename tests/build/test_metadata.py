"""What machines read of a site: articles as Markdown, lists of them, feeds, and terms of schema.org."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import pytest
from built_site import URL, Page, Site
from site_builds import build

from handrail.metadata.atom_feed import MOST

ATOM = {"a": "http://www.w3.org/2005/Atom"}
TERMS = {
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "FAQPage": {"url", "inLanguage", "mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "HowTo": {"name", "description", "url", "inLanguage", "step"},
    "HowToStep": {"position", "text"},
}
"""The types and properties that we use, as https://schema.org has them in version 29."""


def markdown(site: Site, page: Page) -> str:
    """The Markdown that a page names as its own."""
    (link,) = page.soup.head.select('link[rel=alternate][type="text/markdown"]')
    path = page.resolve(str(link["href"])).removeprefix(URL)
    assert path == f"{page.url}index.md"
    return (site.folder / path).read_text("utf-8")


def articles(site: Site) -> list[tuple[str, str, Page]]:
    return [(code, id, page) for code in site.written.codes for id, page in site.article_pages(code).items()]


def test_every_article_and_guide_has_its_markdown_beside_it_and_no_other_page_has(site: Site) -> None:
    for code, id, page in articles(site):
        head = site.written.articles(code)[id].head
        text = markdown(site, page)
        assert text.startswith(f"# {head['title']}\n\n*{site.written.ownership(code)}*\n\n{head['summary']}\n\n")
        assert head["owner"] not in text.splitlines()
        for left_over in ("channel:", "{#", "!!!", "<!--", "source_hashes"):
            assert left_over not in text, page.url
    for code, id in product(site.written.codes, site.written.guides):
        text, guide = (site.folder / f"{code}/guide/{id}/index.md").read_text("utf-8"), site.written.guides[id]
        assert text.startswith(f"# {guide['title'][code]}\n\n*{site.written.ownership(code)}*\n\n")
        for question in guide["questions"]:
            assert f"**{question['text'][code]}**" in text
            assert all(f"- {answer['text'][code]} → " in text for answer in question["answers"])
    count = len(list(site.folder.rglob("*.md")))
    assert count == len(articles(site)) + len(site.written.guides) * len(site.written.codes)


def test_the_markdown_says_what_the_page_says(site: Site) -> None:
    for code, id, page in articles(site):
        text = re.sub(r"[^\w]", "", re.sub(r"\]\([^)]*\)", "", markdown(site, page)))
        for heading in page.texts("article :is(h2, h3, h4)"):
            assert re.sub(r"[^\w]", "", heading) in text, f"{code} {id}"


def test_every_link_of_the_markdown_leads_to_a_page_or_to_a_channel_as_the_page_does(site: Site) -> None:
    seen = 0
    for _, _, page in articles(site):
        on_page = {address for address in page.links("article") if "#" not in address or address.startswith(URL)}
        for address in re.findall(r'\]\(([^)#\s]+)(?:#[^)]*| "[^"]*")?\)', markdown(site, page)):
            seen += 1
            if address.startswith(URL):
                assert site.missing(address) == "", page.url
            else:
                assert address in on_page, page.url
    assert seen > 0


def test_without_an_address_of_the_site_links_are_relative_and_hold(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    root = Path(__file__).resolve().parents[2]
    text = (root / "tests/sites/lamplight/mkdocs.yml").read_text("utf-8")
    text = re.sub(r"^site_url:.*$", "", text, flags=re.MULTILINE).replace("../../../", f"{root}/")
    config.write_text(f"{text}\ndocs_dir: {root}/tests/sites/lamplight/docs\n", "utf-8")
    assert build(config, tmp_path / "site").returncode == 0
    files = list((tmp_path / "site").rglob("index.md"))
    links = [
        (file, link)
        for file in files
        for link in re.findall(r"\]\((?!https?:|mailto:|tel:)([^)#]+)", file.read_text("utf-8"))
    ]
    assert links
    assert [found for file, found in links if not (file.parent / found / "index.html").is_file()] == []
    assert list((tmp_path / "site").rglob("feed.xml")) == []


def test_llms_txt_lists_every_guide_and_article_of_a_language_with_its_summary(site: Site) -> None:
    (root,) = [(site.folder / "llms.txt").read_text("utf-8")]
    for code in site.written.codes:
        assert f"({URL}{code}/llms.txt)" in root
        text = (site.folder / code / "llms.txt").read_text("utf-8")
        lines = text.splitlines()
        assert lines[0] == f"# {site.written.settings['site_name'][code]}"
        assert lines[2] == f"> {site.written.settings['description'][code]}"
        assert site.written.ownership(code) in lines
        expected = [
            f"- [{guide['title'][code]}]({URL}{code}/guide/{id}/index.md): {guide['summary'][code]}"
            for id, guide in site.written.guides.items()
        ]
        expected += [
            f"- [{article.head['title']}]({URL}{page.url}index.md): {article.head['summary']}"
            for id, article in site.written.articles(code).items()
            for page in [site.article_pages(code)[id]]
        ]
        assert [line for line in lines if line.startswith("- ")] == expected


def test_each_page_names_the_feed_of_its_language(site: Site) -> None:
    for page in site.in_a_language:
        (link,) = page.soup.head.select('link[type="application/atom+xml"]')
        assert page.resolve(str(link["href"])) == f"{URL}{page.language}/feed.xml"


def test_the_feed_is_read_as_atom_without_a_complaint(site: Site) -> None:
    for code in site.written.codes:
        read = feedparser.parse((site.folder / code / "feed.xml").read_bytes())
        assert (read.bozo, read.version) == (False, "atom10")
        assert read.feed.language == code
        assert read.feed.title == site.written.settings["site_name"][code]
        written = site.written.articles(code)
        assert {entry.title for entry in read.entries} <= {article.head["title"] for article in written.values()}
        assert len({entry.title for entry in read.entries}) == min(len(written), MOST)
        for entry in read.entries:
            assert site.missing(entry.link) == ""
            assert urlsplit(entry.link).path.startswith(f"/{code}/")
        days = [entry.updated for entry in read.entries]
        assert days == sorted(days, reverse=True)
        assert read.feed.updated == days[0]


def test_the_feed_has_what_rfc_4287_wants_once_and_ids_of_its_own(site: Site) -> None:
    ids: list[str] = []
    for code in site.written.codes:
        feed = ElementTree.parse(site.folder / code / "feed.xml").getroot()
        entries = feed.findall("a:entry", ATOM)
        for part in [feed, *entries]:
            for name in ("id", "title", "updated"):
                assert len(part.findall(f"a:{name}", ATOM)) == 1
            ids.append(str(part.findtext("a:id", namespaces=ATOM)))
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", str(part.findtext("a:updated", namespaces=ATOM)))
        assert feed.findtext("a:author/a:name", namespaces=ATOM)
        assert [link.get("rel") for link in feed.findall("a:link", ATOM)] == ["self", "alternate"]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", id) for id in ids)


def test_a_feed_is_dated_by_the_last_review_or_the_last_change_that_is_no_typo(lamplight: Site) -> None:
    for code in lamplight.written.codes:
        feed = ElementTree.parse(lamplight.folder / code / "feed.xml").getroot()
        for entry in feed.findall("a:entry", ATOM):
            title = entry.findtext("a:title", namespaces=ATOM)
            head = next(each.head for each in lamplight.written.articles(code).values() if each.head["title"] == title)
            day = date.fromisoformat(str(entry.findtext("a:updated", namespaces=ATOM))[:10])
            assert day >= head["reviewed_on"]


def nodes(page: Page) -> list[dict[str, Any]]:
    blocks = page.soup.select('script[type="application/ld+json"]')
    return [node for block in blocks for node in json.loads(block.string or "")["@graph"]]


def test_structured_data_uses_terms_of_schema_org_alone(site: Site) -> None:
    def check(node: object) -> None:
        if isinstance(node, list):
            for each in node:
                check(each)
        elif isinstance(node, dict):
            assert set(node) - {"@type"} == TERMS[node["@type"]]
            for value in node.values():
                check(value)
                assert value not in ("", [], None)

    for page in site.pages.values():
        for block in page.soup.select('script[type="application/ld+json"]'):
            assert json.loads(block.string or "")["@context"] == "https://schema.org"
        check(nodes(page))


def test_the_way_to_a_page_is_the_one_that_it_shows(site: Site) -> None:
    for _, _, page in articles(site):
        trail = next(node for node in nodes(page) if node["@type"] == "BreadcrumbList")["itemListElement"]
        assert [step["item"] for step in trail] == [*page.links(".breadcrumbs"), URL + page.url]
        assert [step["name"] for step in trail] == [*page.texts(".breadcrumbs a"), *page.texts("article h1")]
        assert [step["position"] for step in trail] == [1, 2, 3]


@pytest.mark.parametrize(("kind", "type"), [("howto", "HowTo"), ("faq", "FAQPage")])
def test_an_article_is_what_its_type_says(kind: str, type: str, site: Site) -> None:
    for code, id, page in articles(site):
        found = [node for node in nodes(page) if node["@type"] == type]
        if site.written.articles(code)[id].head["type"] != kind:
            assert found == []
        for node in found:
            notes = {note.get_text() for note in page.soup.select("article .host")}  # no words of the article
            said = " ".join(page.texts("article"))
            texts = [step["text"] for step in node.get("step", [])]
            texts += [question["acceptedAnswer"]["text"] for question in node.get("mainEntity", [])]
            assert texts
            skipped = re.compile("|".join([r"\s", *map(re.escape, notes)]))
            assert all(skipped.sub("", text) in skipped.sub("", said) for text in texts)


def test_the_wallet_guide_has_steps_and_questions_to_show_it_with(bitpie: Site) -> None:
    types = [node["@type"] for _, _, page in articles(bitpie) for node in nodes(page)]
    assert types.count("HowTo") > 4
