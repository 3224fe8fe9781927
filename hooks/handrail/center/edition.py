"""An edition: the whole help center in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from handrail.center import routes
from handrail.center.related_articles import related
from handrail.content.article import Article
from handrail.content.category import Category, CategorySection
from handrail.content.guide import Guide, Lead
from handrail.content.language import Language


@dataclass(frozen=True)
class Edition:
    language: Language
    articles: Mapping[str, Article]
    """Published articles by id, in the order of categories, of their sections, and of `order` within each."""
    by_category: Mapping[str, tuple[Article, ...]]
    """The articles of each category, by its id; of empty categories too."""
    by_section: Mapping[str, tuple[Article, ...]]
    """The articles of each section, by `category_path`; by that of the category those in no section."""
    positions: Mapping[str, int]
    """The position of each article within its section, from 0."""
    related: Mapping[str, tuple[str, ...]]
    """For each article id, the ids to read next."""

    @property
    def home(self) -> str:
        """The address of the home page, from the site's root."""
        return routes.home(self.language.code)

    @property
    def search_url(self) -> str:
        """The address of the results page."""
        return routes.SEARCH.url(self.language.code)

    @property
    def support_url(self) -> str:
        """The address of the page that leads to support."""
        return routes.SUPPORT.url(self.language.code)

    @property
    def verify_url(self) -> str:
        """The address of the page that compares what somebody was given with the registry."""
        return routes.VERIFY.url(self.language.code)

    def category_url(self, category: Category) -> str:
        return routes.category(self.language.code, category.id)

    def section_url(self, category: Category, section: CategorySection | None) -> str:
        """Where a section begins on the page of its category; that page, where there is none."""
        return self.category_url(category) + (f"#{section.anchor}" if section else "")

    def sections(self, category: Category) -> list[tuple[CategorySection | None, tuple[Article, ...]]]:
        """The sections of a category that have articles, with them; first, as None, those in no section."""
        sections = (None, *category.sections)
        groups = ((section, self.by_section[category.path(section)]) for section in sections)
        return [(section, articles) for section, articles in groups if articles]

    def guide_url(self, guide: Guide, question: str = "") -> str:
        """The page of a question of a guide; the guide's own for its first one."""
        return routes.guide(self.language.code, guide.id, question if question != guide.first.id else "")

    def lead_url(self, guide: Guide, lead: Lead) -> str:
        """Where an answer leads, from the site's root; to support where this language lacks the article."""
        if lead.question:
            return self.guide_url(guide, lead.question)
        article = self.articles.get(lead.article or "")
        return f"{article.url}{'#' * bool(lead.section)}{lead.section or ''}" if article else self.support_url

    @property
    def feed_url(self) -> str:
        return routes.feed(self.language.code)

    @property
    def opensearch_url(self) -> str:
        """The address of what lets a browser search here from its address bar."""
        return routes.opensearch(self.language.code)

    def pick(self, ids: Iterable[str]) -> tuple[Article, ...]:
        """Those of the articles that this language has."""
        return tuple(self.articles[id] for id in ids if id in self.articles)

    def answers(self, issue_type: str) -> tuple[Article, ...]:
        """The articles that answer an issue type, the best first: those that name it first, of these trouble."""

        def order(article: Article) -> tuple[int, bool]:
            front_matter = article.front_matter
            return front_matter.issue_types.index(issue_type), front_matter.type != "troubleshooting"

        named = (article for article in self.articles.values() if issue_type in article.front_matter.issue_types)
        return tuple(sorted(named, key=order))

    def around(self, article: Article, count: int = 10) -> tuple[Article, ...]:
        """At most `count` articles of the same section, or category, in their order, `article` among them.

        A page lists its neighbours, not its whole category: else pages would grow with the square of the site.
        """
        articles = self.by_section[article.front_matter.category_path]
        start = max(0, min(self.positions[article.id] - count // 2, len(articles) - count))
        return articles[start : start + count]


def compose(language: Language, articles: Iterable[Article], categories: Sequence[Category]) -> Edition:
    """The edition of the published ones among `articles`, all in `language`."""
    by_section: dict[str, list[Article]] = {
        category.path(section): [] for category in categories for section in (None, *category.sections)
    }
    for article in sorted(articles, key=lambda article: (article.front_matter.order, article.id)):
        if article.published:
            by_section[article.front_matter.category_path].append(article)
    ordered = [article for articles in by_section.values() for article in articles]
    return Edition(
        language=language,
        articles={article.id: article for article in ordered},
        by_category={
            category.id: tuple(article for article in ordered if article.front_matter.category == category.id)
            for category in categories
        },
        by_section={path: tuple(articles) for path, articles in by_section.items()},
        positions={
            article.id: position for articles in by_section.values() for position, article in enumerate(articles)
        },
        related=related(ordered),
    )
