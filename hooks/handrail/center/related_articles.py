"""Which articles to offer after one: those that share its rarest words, its own section's and category's first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from math import log

from handrail.content.article import Article

_RUN = re.compile(r"[^\W\d_]+|\d+")
_UNSPACED = re.compile(r"[぀-ヿ㐀-鿿豈-﫿가-힯]")
_RAREST = 12
"""How many of an article's words are looked up; the rest are too common to tell articles apart."""
_COMMON = 24
"""A word that more articles have than this tells nothing. With `_RAREST` it keeps the work linear."""
_SAME_CATEGORY, _SAME_SECTION = 1.5, 2


def related(articles: Iterable[Article], count: int = 3) -> dict[str, tuple[str, ...]]:
    """For each article id, the ids of the articles to read next, nearest first; given ones before computed ones."""
    articles = list(articles)
    known = {article.id for article in articles}
    words = {article.id: _words(article) for article in articles}
    holders: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        for word in words[article.id]:
            holders[word].append(article)

    def nearest(article: Article) -> list[str]:
        scores: dict[str, float] = defaultdict(float)
        shared = (word for word in words[article.id] if 1 < len(holders[word]) <= _COMMON)
        for word in sorted(shared, key=lambda word: (len(holders[word]), word))[:_RAREST]:
            for other in holders[word]:
                scores[other.id] += _bonus(article, other) * log(1 + len(articles) / len(holders[word]))
        scores.pop(article.id, None)
        return sorted(scores, key=lambda id: (-scores[id], id))

    return {
        article.id: tuple([id for id in article.front_matter.related if id in known] or nearest(article)[:count])
        for article in articles
    }


def _bonus(article: Article, other: Article) -> float:
    ours, theirs = article.front_matter, other.front_matter
    if ours.category != theirs.category:
        return 1
    return _SAME_SECTION if ours.section and ours.section == theirs.section else _SAME_CATEGORY


def _words(article: Article) -> set[str]:
    """Words of spaced scripts and pairs of characters of unspaced ones, from what the article is found by."""
    words: set[str] = set()
    for text in (article.title, article.summary, *article.front_matter.questions):
        for run in _RUN.findall(text.lower()):
            words.update(map("".join, pairwise(run)) if _UNSPACED.search(run) else [run])
    return words
