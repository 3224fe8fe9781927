"""The help center: everything people wrote, read and put together, before any page is made of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from handrail.center import routes
from handrail.center.edition import Edition
from handrail.channels.registry import Registry
from handrail.channels.status import EffectiveStatus
from handrail.content.announcement import Announcement
from handrail.content.article import Article, ContentPage, url_of
from handrail.content.category import Category
from handrail.content.detail import Detail
from handrail.content.glossary import Glossary
from handrail.content.guide import Guide, Lead, Question
from handrail.content.help_id import HelpId
from handrail.content.issue_type import IssueType
from handrail.content.logo import Logo
from handrail.content.picture import Picture
from handrail.content.redirect import Redirect
from handrail.content.settings import Settings
from handrail.content.ui_strings import UIStrings
from handrail.schema.problem import Problem
from handrail.translation import drift


@dataclass(frozen=True)
class HelpCenter:
    settings: Settings
    categories: Mapping[str, Category]
    registry: Registry
    details: Mapping[str, Detail]
    """In the order of a message to support."""
    issue_types: Mapping[str, IssueType]
    glossary: Glossary
    ui_strings: UIStrings
    logo: Logo
    editions: Mapping[str, Edition]
    content_pages: Mapping[str, ContentPage]
    """Every document by its path below the docs folder; drafts too."""
    warnings: tuple[Problem, ...]
    redirects: Mapping[str, Redirect] = field(default_factory=dict)
    """The pages that only lead to others, by path."""
    announcements: tuple[Announcement, ...] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """The words of pictures that are data, by the names of their files."""
    guides: Mapping[str, Guide] = field(default_factory=dict)
    help_ids: Mapping[str, HelpId] = field(default_factory=dict)

    @property
    def default_edition(self) -> Edition:
        return next(iter(self.editions.values()))

    @cached_property
    def drafts(self) -> frozenset[str]:
        """The paths of what is not published."""
        return frozenset(path for path, page in self.content_pages.items() if not page.published)

    @property
    def page_count(self) -> int:
        """How many pages the site has."""
        return len(self.content_pages) - len(self.drafts) + len(self.generated_pages)

    def is_draft(self, path: str) -> bool:
        """Whether a page is one; those are built for a look only."""
        return path in self.content_pages and self.content_pages[path].is_draft

    def published_at(self, path: str) -> str:
        """The file of the built site that a generated page becomes; empty where its address says it."""
        return self.redirects[path].file if path in self.redirects else ""

    def ownership(self, code: str) -> str:
        """The line that says, in a language, who runs the site."""
        return self.ui_strings.say(code, f"ownership.{self.settings.ownership}")

    def caveat(self, code: str) -> Callable[[EffectiveStatus], str]:
        """What says, in a language, where a link to a channel leads that nobody opened, and since when we know it."""
        return lambda status: self.ui_strings.say(code, "channel.documented", host=status.place, date=status.since)

    def edition_of(self, path: str) -> Edition | None:
        """The edition that a path below the docs folder, or an address, belongs to."""
        target = self.redirects[path].target if path in self.redirects else path.removeprefix(routes.EMBEDDED)
        return self.editions.get(target.split("/", 1)[0])

    def article_at(self, path: str) -> Article | None:
        page = self.content_pages.get(path)
        return page if isinstance(page, Article) else None

    @cached_property
    def guide_pages(self) -> Mapping[str, tuple[Guide, Question]]:
        """The guide of each of their pages, and the question that it asks, by path."""
        return {
            routes.source_path(url): (guide, question)
            for code in self.editions
            for guide in self.guides.values()
            for url, question in routes.guide_pages(code, guide).items()
        }

    def guide_to(self, article: Article) -> Guide | None:
        """The guide in which most answers lead to an article."""
        guides = [guide for guide in self.guides.values() if guide.answers_to(article.id)]
        return max(guides, key=lambda guide: guide.answers_to(article.id), default=None)

    def lead_title(self, edition: Edition, guide: Guide, lead: Lead) -> str:
        """What an answer leads to."""
        if question := guide.questions.get(lead.question or ""):
            return question.text[edition.language.code]
        article = edition.articles.get(lead.article or "")
        return article.title if article else self.ui_strings.say(edition.language.code, "contact.action")

    @cached_property
    def embedded_pages(self) -> Mapping[str, HelpId | None]:
        """What each page for frames shows, by path: the article of a help id, or the search box."""
        if self.settings.embed is None:
            return {}
        return {
            routes.source_path(routes.embedded(code, shown.id if shown else "")): shown
            for code, edition in self.editions.items()
            for shown in (None, *self.help_ids.values())
            if shown is None or shown.article in edition.articles
        }

    def embedded_article(self, path: str) -> Article | None:
        """The article that a page for frames shows."""
        help_id, edition = self.embedded_pages.get(path), self.edition_of(path)
        return edition.articles[help_id.article] if help_id and edition else None

    def category_at(self, path: str) -> Category | None:
        """The category whose page has this path."""
        folder, _, name = path.rpartition("/")
        language, _, category = folder.partition("/")
        return self.categories.get(category) if name == "index.md" and language in self.editions else None

    @cached_property
    def has_sections(self) -> bool:
        return any(category.sections for category in self.categories.values())

    @property
    def pages_of_every_language(self) -> tuple[routes.GeneratedPage, ...]:
        return routes.generated_pages(self.settings.verify_page)

    @cached_property
    def generated_pages(self) -> Mapping[str, dict[str, str]]:
        """What templates know of the pages that the build makes and nobody writes, by path; see `meta`."""
        pages = {}
        for code in self.editions:
            for category in self.categories.values():
                pages[routes.source_path(routes.category(code, category.id))] = category.meta(code)
            for page in self.pages_of_every_language:
                say = partial(self.ui_strings.say, code)
                description = say(page.description) if page.description else self.settings.description[code]
                head = {"title": say(page.title), "description": description, "template": page.template}
                pages[routes.source_path(page.url(code))] = head
        for path, (guide, question) in self.guide_pages.items():
            pages[path] = guide.meta(question, path.partition("/")[0])
        for path in self.embedded_pages:
            of = self.embedded_article(path) or self.content_pages[path.split("/")[1] + "/index.md"]
            pages[path] = {**of.meta, "template": "embed.html"}
        for path, redirect in self.redirects.items():
            target = self.content_pages.get(redirect.target)
            pages[path] = (target.meta if target else pages[redirect.target]) | {"template": "moved.html"}
        return pages

    def meta(self, path: str) -> dict[str, str]:
        """What the templates read of a page's head: title, description, and the template itself."""
        page = self.content_pages.get(path)
        return page.meta if page else self.generated_pages.get(path, {})

    def counterparts(self, path: str) -> dict[str, str]:
        """The addresses of the same page in every language that has it, by language, its own among them.

        Articles are paired by id, all other pages by their path. The page that offers the languages has the home
        pages for counterparts.
        """
        if self.edition_of(path) is None:
            return {code: edition.home for code, edition in self.editions.items()}
        if article := self.article_at(path):
            by_language = {code: edition.articles.get(article.id) for code, edition in self.editions.items()}
            return {code: counterpart.url for code, counterpart in by_language.items() if counterpart}
        paths = {code: f"{code}/{path.partition('/')[2]}" for code in self.editions}
        return {
            code: url_of(counterpart)
            for code, counterpart in paths.items()
            if counterpart in self.content_pages or counterpart in self.generated_pages
        }

    @cached_property
    def originals(self) -> Mapping[str, Article]:
        """What each published translation was made from, by its path."""
        published = [article for edition in self.editions.values() for article in edition.articles.values()]
        return {translation.path: source for source, translation in drift.pairs(published, list(self.editions))}

    def missed(self, article: Article) -> tuple[Article, str] | None:
        """The original of an article that lacks a major change to it, with the address of what changed."""
        source = self.originals.get(article.path)
        behind = drift.first_major(source, article) if source else None
        return (source, source.url + behind.anchor) if source and behind else None

    def alternates(self, counterparts: Mapping[str, str]) -> dict[str, str]:
        """`counterparts` as search engines want them: with `x-default`, the address for readers of any other language.

        That is the page that offers the languages, for home pages; the first language's for all others.
        """
        if not counterparts:
            return {}
        homes = {code: edition.home for code, edition in self.editions.items()}
        return {**counterparts, "x-default": "" if counterparts == homes else next(iter(counterparts.values()))}
