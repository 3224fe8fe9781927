"""An announcement: what readers must hear for a while, at the top of pages, from docs/data/announcements.yml.

It begins and ends at a moment, in a reader's browser too, so that no build has to happen at that moment. Without a
script a page shows what held when it was built.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator
from pydantic_core import PydanticCustomError

from handrail.schema.fields import Id, Localized, Text, Value
from handrail.schema.problem import Problem, one_of
from handrail.schema.raw import texts
from handrail.schema.source import Source

FILE = "announcements.yml"
"""In the folder of data. A site that has nothing to announce needs none."""


def _moment(seen: Any) -> datetime.datetime:
    """A day and a time with its time zone: without one it would be another moment for every reader."""
    moment = seen
    if isinstance(seen, str):
        try:
            moment = datetime.datetime.fromisoformat(seen.strip())
        except ValueError:
            moment = None
    if not isinstance(moment, datetime.datetime) or moment.tzinfo is None:
        fix = "Write a day, a time and its distance from UTC, as in 2026-11-23T08:00+08:00."
        raise PydanticCustomError("shape", "{what} {fix}", {"what": "is not a time with its time zone", "fix": fix})
    return moment.astimezone(datetime.UTC)


Moment = Annotated[datetime.datetime, PlainValidator(_moment)]


class Announcement(Value):
    id: Id
    """Stays when the text is mended: who dismissed it does not see it again until it says something else."""
    level: Literal["info", "warning", "critical"]
    """What is critical cannot be dismissed."""
    begins: Annotated[Moment, Field(alias="from")]
    """The day, the time and its distance from UTC when it begins to show."""
    until: Moment
    """The moment from which it does not show any more."""
    pages: list[Text] = []
    """Where it shows: ids of articles and categories, addresses with * for anything; everywhere where none is named."""
    text: Localized
    """What it says, in every language."""
    article: Id | None = None
    """Where readers learn more."""

    @property
    def hash(self) -> str:
        """Of what it says, in all languages: who has read it in one has read it."""
        said = "\n".join(f"{code}: {text}" for code, text in sorted(self.text.items()))
        return hashlib.sha256(f"{self.level}\n{said}".encode()).hexdigest()[:8]

    def is_for(self, url: str, ids: Collection[str]) -> bool:
        """Whether it shows on the page at an address, with the ids of its article and its category."""
        return not self.pages or any(place in ids or fnmatchcase(url, place) for place in self.pages)


@dataclass(frozen=True)
class Shown:
    """An announcement as a page carries it."""

    announcement: Announcement
    begun: bool
    """Whether it shows without a script: it holds while the page is built."""


def shown(all: Iterable[Announcement], url: str, ids: Collection[str], now: datetime.datetime) -> list[Shown]:
    """What a page carries: all that concerns it and has not ended, the most urgent first."""
    current = (announcement for announcement in all if now < announcement.until and announcement.is_for(url, ids))
    order = ("critical", "warning", "info")
    carried = [Shown(announcement, announcement.begins <= now) for announcement in current]
    return sorted(carried, key=lambda item: (order.index(item.announcement.level), item.announcement.begins))


def urgent(all: Iterable[Shown]) -> list[Shown]:
    """What pages say that have every language on them: there is room for what cannot wait."""
    return [shown for shown in all if shown.announcement.level == "critical"]


def problems(
    source: Source, data: Any, pages: Mapping[str, str], articles: Collection[str] | None, ids: Collection[str]
) -> Iterator[Problem]:
    """What is wrong with the places and times of the announcements in `data`, right or wrong as it is.

    `pages` are all pages by address, `articles` the published ones, `ids` those of articles and categories.
    """
    for number, entry in enumerate(data if isinstance(data, list) else ()):
        owner = "".join(f"'{id}': " for id in texts(entry, "id"))
        for place in texts(entry, "pages"):
            if articles is not None and place not in ids and not any(fnmatchcase(url, place) for url in pages):
                fix = one_of(place, ids, "Write an article's id, or an address, as in 'en/transfers/*'.")
                yield source.problem((number, "pages"), f"{owner}no page is at '{place}'", fix)
        for id in texts(entry, "article"):
            if articles is not None and id not in articles:
                message = f"{owner}no article '{id}' is published"
                yield source.problem((number, "article"), message, one_of(id, articles))
        try:
            begins, until = (_moment(entry.get(key)) for key in ("from", "until"))
        except (PydanticCustomError, AttributeError):
            continue
        if until <= begins:
            yield source.problem((number, "until"), f"{owner}it ends before it begins", "Correct one of the times.")
