"""The state of a help center: everything that the state page shows, and that machines read beside it as JSON.

The JSON is stable: `version` 1. New keys may come; the ones here stay and keep their meaning, and whoever reads it
ignores keys that it does not know. A key is null where nothing was measured, which is not the same as an empty list.
Paths are relative to the folder of the configuration.
"""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from handrail.checks.findability import WITHIN, Kind
from handrail.checks.rule import Severity
from handrail.content.source_change import Level

VERSION: Literal[1] = 1
SOON = datetime.timedelta(days=30)
"""What falls due within this time is near."""


class Figure(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True, serialize_by_alias=True)


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
    """What mends it. Its key in the JSON is the older word, which stays."""


class Behind(Figure):
    """A section of a translation that is not what its original says today."""

    article: str
    language: str
    section: str
    path: str
    """That of the translation."""
    what: Literal["changed", "new", "gone"]
    level: Level
    since: datetime.date | None
    """When the original changed; null where nobody knows."""
    share: float | None
    """How much of the section is other words than before, from 0 to 1; null where nobody knows."""


class Review(Figure):
    """Something that somebody looked at, and must look at again."""

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
    """The status that readers get on the day."""


class Answer(Figure):
    """What search finds by words that must find an article."""

    language: str
    kind: Kind
    text: str
    article: str
    place: int
    """That of the right article, from 1; 0 where it is not found."""
    instead: list[str]
    """The first articles that came, where the right one came too late."""

    @property
    def is_met(self) -> bool:
        return 0 < self.place <= WITHIN[self.kind]


class Weight(Figure):
    """What a page of the built site loads at first, in bytes as gzip sends them."""

    url: str
    """From the site's root."""
    kind: str
    """The template that lays it out."""
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
    """Titles in the first language, by id, in their order."""
    articles: list[Article]
    findings: list[Finding]
    drift: list[Behind] | None = None
    reviews: list[Review]
    channels: list[Channel]
    findability: list[Answer] | None = None
    weights: list[Weight] | None = None

    def dated(self, kind: Literal["article", "channel"]) -> list[Review]:
        return [review for review in self.reviews if review.kind == kind]

    @property
    def overdue(self) -> list[Review]:
        return [review for review in self.reviews if review.is_overdue(self.day)]

    @property
    def pairs(self) -> int:
        """How many articles in one language there would be, if each stood in all of them."""
        return len(self.articles) * len(self.languages)

    @property
    def published(self) -> int:
        """How many articles in one language readers have."""
        return sum(status == "published" for article in self.articles for status in article.status.values())

    @property
    def met(self) -> int:
        return sum(answer.is_met for answer in self.findability or ())
