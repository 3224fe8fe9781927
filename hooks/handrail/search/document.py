"""A document: what search knows of one article in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

TITLE, QUESTION, HEADING, LINK = range(4)
"""The kinds of short fields: texts that say what an article or a part of it is about."""


@dataclass(frozen=True)
class Section:
    """A heading with the text up to the next one. The text before the first heading has no heading and no anchor."""

    level: int
    heading: str
    anchor: str
    text: str


@dataclass(frozen=True)
class Document:
    id: str
    url: str
    """From the site's root."""
    language: str
    title: str
    summary: str = ""
    questions: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    counterparts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The address and title of the same article in other languages."""
    category: str = ""
    """The id of what it is a part of; after a slash that of the section, where it is in one."""
    query_shapes: tuple[str, ...] = ()
    """Regular expressions of what is looked up here: a number of some kind, say."""
    link_texts: tuple[str, ...] = ()
    """What links in other articles call this one."""

    @property
    def short_fields(self) -> Iterator[tuple[int, str]]:
        """The title, the questions, the headings and the texts of links, each with its kind."""
        yield TITLE, self.title
        yield from ((QUESTION, question) for question in self.questions)
        yield from ((HEADING, section.heading) for section in self.sections if section.heading)
        yield from ((LINK, text) for text in self.link_texts)

    @property
    def text(self) -> str:
        """The body: everything that is no short field."""
        return "\n".join([self.summary, *(section.text for section in self.sections)])
