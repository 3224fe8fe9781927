"""Which articles to offer after one: those that share its rarest words, its own section's and category's first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from handrail.center.shared_words import SharedWords, words
from handrail.content.article import Article

_SAME_CATEGORY, _SAME_SECTION = 1.5, 2


def related(articles: Iterable[Article], count: int = 3) -> dict[str, tuple[str, ...]]:
    """For each article id, the ids of the articles to read next, nearest first; given ones before computed ones."""
    articles = list(articles)
    by_id = {article.id: article for article in articles}
    found_by = {
        article.id: words(article.title, article.summary, *article.front_matter.questions) for article in articles
    }
    shared = SharedWords(found_by)

    def nearest(article: Article) -> list[str]:
        scores: dict[str, float] = defaultdict(float)
        for word in shared.rarest(article.id):
            for id in shared.holders[word]:
                scores[id] += _bonus(article, by_id[id]) * shared.weights[word]
        scores.pop(article.id, None)
        return sorted(scores, key=lambda id: (-scores[id], id))

    return {
        article.id: tuple([id for id in article.front_matter.related if id in by_id] or nearest(article)[:count])
        for article in articles
    }


def _bonus(article: Article, other: Article) -> float:
    ours, theirs = article.front_matter, other.front_matter
    if ours.category != theirs.category:
        return 1
    return _SAME_SECTION if ours.section and ours.section == theirs.section else _SAME_CATEGORY
