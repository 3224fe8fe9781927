"""The articles of docs/ are plain Markdown: whoever leaves this generator takes them along."""

from __future__ import annotations

import re

import markdown
from bs4 import BeautifulSoup, Tag
from built_site import Page, Site, Written

EXTENSIONS = ["extra", "admonition", "sane_lists", "toc"]
"""Its own, which other generators know too: tables, ids of headings, definitions, footnotes, notes."""
BLOCKS = ("h2", "h3", "h4", "p", "li", "td", "th", "dt", "dd")


def read_plainly(article: Written) -> BeautifulSoup:
    return BeautifulSoup(markdown.markdown(article.body, extensions=EXTENSIONS), "html.parser")


def text(tag: Tag) -> str:
    """The signs of a block, without spaces: the site joins lines that are wrapped between Han characters."""
    return re.sub(r"\s", "", tag.get_text())


def blocks(tag: Tag) -> list[str]:
    """The texts of the innermost blocks, but of those with a link to a channel, beside which the site says more."""
    found = (block for block in tag.find_all(BLOCKS) if not block.find(BLOCKS))
    return [text(block) for block in found if not block.select('[href^="channel:"]')]


def outline(tag: Tag) -> list[tuple[str, str, str]]:
    return [(heading.name, str(heading.get("id")), text(heading)) for heading in tag.find_all(("h2", "h3", "h4"))]


def content(page: Page) -> Tag:
    found = page.soup.select_one("article")
    assert found is not None
    return found


def test_an_article_says_the_same_without_our_hooks(bitpie: Site) -> None:
    """To readers of what Python-Markdown alone makes of it: the same headings under the same ids, every text."""
    for code in bitpie.written.codes:
        pages = bitpie.article_pages(code)
        for id, article in bitpie.written.articles(code).items():
            plain, shown = read_plainly(article), content(pages[id])
            assert outline(plain) == outline(shown), article.path
            assert [block for block in blocks(plain) if block not in text(shown)] == [], article.path
