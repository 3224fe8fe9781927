"""What a page is, in the terms of https://schema.org, as JSON-LD: the way to it, and its questions or its steps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import Any

from handrail.content.article import Article
from handrail.search.html_sections import sections

Node = dict[str, Any]

_LISTS = re.compile(r"<(/?)(ol|ul|li)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def trail(steps: Sequence[tuple[str, str]]) -> Node:
    """The way to a page: the title and the whole address of each step, from the home page on."""
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": address}
        for place, (name, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def of_article(article: Article, content: str, address: str) -> list[Node]:
    """What an article of its type is; nothing where no term fits. `content` is its HTML."""
    if article.front_matter.type == "faq":
        return _questions(content, article, address)
    if article.front_matter.type == "howto":
        return _steps(content, article, address)
    return []


def document(nodes: Sequence[Node]) -> Node:
    return {"@context": "https://schema.org", "@graph": list(nodes)}


def _questions(content: str, article: Article, address: str) -> list[Node]:
    found = [section for section in sections(content) if section.heading and section.text]
    questions = [
        {"@type": "Question", "name": each.heading, "acceptedAnswer": {"@type": "Answer", "text": each.text}}
        for each in found
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
    found: list[str] = []
    depth = place = 0
    for tag in _LISTS.finditer(content, start) if start >= 0 else ():
        closes, name = tag.groups()
        if name == "li" and depth == 1:
            if closes:
                found.append(" ".join(unescape(_TAG.sub(" ", content[place : tag.start()])).split()))
            else:
                place = tag.end()
        elif name != "li":
            depth += -1 if closes else 1
            if depth == 0:
                break
    return found
