"""A page as hooks and templates look at it, put together once, when its Markdown has become HTML."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from handrail.center.edition import Edition
from handrail.center.help_center import HelpCenter
from handrail.content.article import Article, url_of
from handrail.content.category import Category, CategorySection
from handrail.content.guide import Guide, Question
from handrail.pages.link_texts import Link, links
from handrail.pages.reading_time import minutes
from handrail.search.document import Section
from handrail.search.html_sections import sections


@dataclass(frozen=True)
class PageView:
    path: str
    """Below the docs folder."""
    edition: Edition | None
    """None for the page that offers the languages."""
    article: Article | None
    category: Category | None
    """That of the article, or the one whose page this is."""
    category_section: CategorySection | None
    """That of the article."""
    counterparts: Mapping[str, str]
    """The addresses of this page in every language that has it, by language, its own among them."""
    sections: tuple[Section, ...]
    """Of an article."""
    links: tuple[Link, ...]
    """Of an article, to other pages of the site."""
    place: str
    """The address from which its relative links start: the same for articles side by side, whose links agree."""
    guide: Guide | None
    question: Question | None
    """The one that a page of the guide asks."""

    @property
    def is_guide(self) -> bool:
        """Whether this is the page on which a guide starts."""
        return self.guide is not None and self.question is self.guide.first

    @property
    def ids(self) -> tuple[str, ...]:
        """What announcements call it: the ids of its article and of its category."""
        return tuple(part.id for part in (self.article, self.category) if part)

    @property
    def variables(self) -> dict[str, Any]:
        """What templates know of the page."""
        return {
            "article": self.article,
            "category": self.category,
            "category_section": self.category_section,
            "place": self.place,
            "reading_minutes": minutes(self.sections),
            "guide": self.guide,
            "question": self.question,
        }


def page_view(center: HelpCenter, path: str, html: str, known: tuple[Section, ...] | None = None) -> PageView:
    """The view of the page at `path`, whose content is `html`. `known` are its sections where they are known."""
    article = center.article_at(path)
    category = center.categories[article.front_matter.category] if article else center.category_at(path)
    guide, question = center.guide_pages.get(path, (None, None))
    return PageView(
        path=path,
        edition=center.edition_of(path),
        article=article,
        category=category,
        category_section=category.section(article.front_matter.section) if article and category else None,
        counterparts=center.counterparts(path),
        sections=(known or sections(html)) if article else (),
        links=links(article.url, html) if article else (),
        place=_place(center, path, article),
        guide=guide,
        question=question,
    )


def _place(center: HelpCenter, path: str, article: Article | None) -> str:
    """An article that every page links to has a place of its own, as it links to itself."""
    everywhere = (center.settings.home.emergency, center.settings.footer.about_article)
    if article is None or article.id in everywhere:
        return url_of(path)
    return posixpath.dirname(article.url.rstrip("/"))
