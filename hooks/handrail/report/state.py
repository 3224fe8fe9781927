"""The state of a help center: what the state page shows, and what programs read as JSON.

The JSON is backwards-compatible: `version` 1. Keys may be added; the ones here stay and keep their meaning. Readers
ignore unknown keys. A key is null where nothing was measured; an empty list means that nothing was found. Paths are
relative to the folder of the configuration.
"""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import Field

from handrail.checks.findability import FIRST_RESULTS, Kind
from handrail.checks.rule import Severity
from handrail.content.source_change import Level
from handrail.report.figure import Figure
from handrail.report.guide_graph import Guide
from handrail.report.visits import Visits

VERSION: Literal[1] = 1
SOON = datetime.timedelta(days=30)
"""What is due within this time is near."""


class Language(Figure):
    code: str
    name: str


class Article(Figure):
    """An article in all its languages."""

    id: str
    category: str
    titles: dict[str, str]
    """By language."""
    status: dict[str, Literal["draft", "published"]]
    """By language; a language that lacks the article is not there."""


class Finding(Figure):
    rule: str
    severity: Severity
    path: str
    line: int
    """From 1; 0 where none can be named."""
    message: str
    fix: str = Field(alias="cure")
    """In the JSON, its key is `cure`, an older name."""


class OutdatedSection(Figure):
    """A section of a translation whose original has changed."""

    article: str
    language: str
    section: str
    path: str
    """That of the translation."""
    what: Literal["changed", "new", "gone"]
    level: Level
    since: datetime.date | None
    """When the original changed; null if unknown."""
    share: float | None
    """How much of the section differs, from 0 to 1; null if unknown."""


class Review(Figure):
    """A review of an article or a channel, and when the next one is due."""

    kind: Literal["article", "channel"]
    id: str
    language: str
    """That of an article; empty for a channel, which has all."""
    path: str
    done_on: datetime.date
    due_on: datetime.date

    def is_overdue(self, day: datetime.date) -> bool:
        return day >= self.due_on

    def is_near(self, day: datetime.date) -> bool:
        return not self.is_overdue(day) and day + SOON >= self.due_on


class Channel(Figure):
    id: str
    kind: str
    written: str
    """Its status in the registry."""
    shown: str
    """The status that readers see on that day."""


class Answer(Figure):
    """What search finds for a text that must find an article."""

    language: str
    kind: Kind
    text: str
    article: str
    place: int
    """The rank of the right article, from 1; 0 where it is not found."""
    instead: list[str]
    """The first articles found, where the right one is too low."""

    @property
    def is_met(self) -> bool:
        return 0 < self.place <= FIRST_RESULTS


class Weight(Figure):
    """What a page of the built site loads at first, in bytes compressed with gzip."""

    url: str
    """From the site's root."""
    kind: str
    """Its template."""
    html: int
    css: int
    js: int

    @property
    def total(self) -> int:
        return self.html + self.css + self.js


class State(Figure):
    version: Literal[1] = 1
    day: datetime.date
    name: str
    """The help center's, in its first language."""
    languages: list[Language]
    categories: dict[str, str]
    """Titles in the first language by id, in the order of the site."""
    articles: list[Article]
    findings: list[Finding]
    drift: list[OutdatedSection] | None = None
    reviews: list[Review]
    channels: list[Channel]
    findability: list[Answer] | None = None
    weights: list[Weight] | None = None
    visits: Visits | None = None
    guides: list[Guide] | None = None

    def dated(self, kind: Literal["article", "channel"]) -> list[Review]:
        return [review for review in self.reviews if review.kind == kind]

    @property
    def overdue(self) -> list[Review]:
        return [review for review in self.reviews if review.is_overdue(self.day)]

    @property
    def pairs(self) -> int:
        """How many articles there would be, counted by language, if each existed in all languages."""
        return len(self.articles) * len(self.languages)

    @property
    def published(self) -> int:
        """How many articles are published, counted by language."""
        return sum(status == "published" for article in self.articles for status in article.status.values())

    @property
    def met(self) -> int:
        return sum(answer.is_met for answer in self.findability or ())
