"""What a page is, in the terms of https://schema.org, as JSON-LD: the way to it, and its questions or its steps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import Any
from urllib.parse import urljoin

from handrail.center.help_center import HelpCenter
from handrail.content.article import Article
from handrail.pages.page_view import PageView
from handrail.search.document import Section

Node = dict[str, Any]

_LISTS = re.compile(r"<(/?)(ol|ul|li)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def of_page(center: HelpCenter, view: PageView, content: str, site_url: str) -> Node | None:
    """What an article or the page of a category is. `content` is its HTML, `site_url` the whole address of the site.

    None for other pages, and where the site's address is not known.
    """
    if not (site_url and view.edition and view.category):
        return None
    code = view.edition.language.code
    steps = [
        (center.ui_strings.say(code, "home"), view.edition.home),
        (view.category.title[code], view.edition.category_url(view.category)),
    ]
    nodes = []
    if section := view.category_section:
        steps.append((section.title[code], view.edition.section_url(view.category, section)))
    if article := view.article:
        steps.append((article.title, article.url))
        nodes = _of_article(article, view.sections, content, urljoin(site_url, article.url))
    trail = _trail([(name, urljoin(site_url, url)) for name, url in steps])
    return {"@context": "https://schema.org", "@graph": [trail, *nodes]}


def _trail(steps: Sequence[tuple[str, str]]) -> Node:
    """The way to a page: the title and the whole address of each step, from the home page on."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _of_article(article: Article, sections: Sequence[Section], content: str, address: str) -> list[Node]:
    """What an article of its type is; nothing where no term fits."""
    if article.front_matter.type == "faq":
        return _questions(article, sections, address)
    if article.front_matter.type == "howto":
        return _steps(content, article, address)
    return []


def _questions(article: Article, sections: Sequence[Section], address: str) -> list[Node]:
    questions = [
        {"@type": "Question", "name": section.heading, "acceptedAnswer": {"@type": "Answer", "text": section.text}}
        for section in sections
        if section.heading and section.text
    ]
    page = {"@type": "FAQPage", "url": address, "inLanguage": article.language, "mainEntity": questions}
    return [page] if questions else []


def _steps(content: str, article: Article, address: str) -> list[Node]:
    steps = [
        {"@type": "HowToStep", "position": place, "text": text} for place, text in enumerate(_first_list(content), 1)
    ]
    how = {
        "@type": "HowTo",
        "name": article.title,
        "description": article.summary,
        "url": address,
        "inLanguage": article.language,
        "step": steps,
    }
    return [how] if steps else []


def _first_list(content: str) -> list[str]:
    """The texts of the items of the first numbered list, what stands in lists within them included."""
    start = content.find("<ol")
    texts: list[str] = []
    depth = place = 0
    for tag in _LISTS.finditer(content, start) if start >= 0 else ():
        closes, name = tag.groups()
        if name == "li" and depth == 1:
            if closes:
                texts.append(" ".join(unescape(_TAG.sub(" ", content[place : tag.start()])).split()))
            else:
                place = tag.end()
        elif name != "li":
            depth += -1 if closes else 1
            if depth == 0:
                break
    return texts
