"""An edition: the whole help center in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handrail.center.related_articles import related
from handrail.content.article import Article
from handrail.content.category import Category
from handrail.content.settings import Language


@dataclass(frozen=True)
class Edition:
    language: Language
    articles: Mapping[str, Article]
    """Published articles by id, in the order of categories and of `order` within each."""
    shelves: Mapping[str, tuple[Article, ...]]
    """The articles of each category, by its id; empty ones too."""
    places: Mapping[str, int]
    """Where on its shelf each article stands, from 0."""
    related: Mapping[str, tuple[str, ...]]
    """For each article id, the ids to read next."""

    @property
    def home(self) -> str:
        """The address of the home page, from the site's root."""
        return f"{self.language.code}/"

    @property
    def search_url(self) -> str:
        """The address of the results page."""
        return f"{self.home}search/"

    @property
    def support_url(self) -> str:
        """The address of the page that leads to support."""
        return f"{self.home}support/"

    @property
    def verify_url(self) -> str:
        """The address of the page that compares what somebody was given with the registry."""
        return f"{self.home}verify/"

    def category_url(self, category: Category) -> str:
        return f"{self.home}{category.id}/"

    def pick(self, ids: Iterable[str]) -> tuple[Article, ...]:
        """Those of the articles that this language has."""
        return tuple(self.articles[id] for id in ids if id in self.articles)

    def answers(self, issue_type: str) -> tuple[Article, ...]:
        """The articles that answer an issue type, in their order."""
        return tuple(article for article in self.articles.values() if issue_type in article.front_matter.issue_types)

    def around(self, article: Article, count: int = 10) -> tuple[Article, ...]:
        """At most `count` articles of the same category in their order, `article` among them.

        A page lists its neighbours, not its whole category: else pages would grow with the square of the site.
        """
        shelf = self.shelves[article.front_matter.category]
        start = max(0, min(self.places[article.id] - count // 2, len(shelf) - count))
        return shelf[start : start + count]

    def previous_and_next(self, article: Article) -> tuple[Article | None, Article | None]:
        """The articles before and after it in its category."""
        shelf, place = self.shelves[article.front_matter.category], self.places[article.id]
        before = shelf[place - 1] if place else None
        return before, shelf[place + 1] if place + 1 < len(shelf) else None


def compose(language: Language, articles: Iterable[Article], categories: Iterable[Category]) -> Edition:
    """The edition of the published ones among `articles`, all in `language`."""
    shelves: dict[str, list[Article]] = {category.id: [] for category in categories}
    for article in sorted(articles, key=lambda article: (article.front_matter.order, article.id)):
        if article.published:
            shelves[article.front_matter.category].append(article)
    ordered = [article for shelf in shelves.values() for article in shelf]
    return Edition(
        language=language,
        articles={article.id: article for article in ordered},
        shelves={category: tuple(shelf) for category, shelf in shelves.items()},
        places={article.id: place for shelf in shelves.values() for place, article in enumerate(shelf)},
        related=related(ordered),
    )
