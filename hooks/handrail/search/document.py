"""An entry: what search knows of one article in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

TITLE, QUESTION, HEADING = range(3)
"""The kinds of heads: texts that say what something is about."""


@dataclass(frozen=True)
class Section:
    """A heading with the text up to the next one. What stands before the first heading has none, and no anchor."""

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

    @property
    def heads(self) -> Iterator[tuple[int, str]]:
        """The title, the questions and the headings, each with its kind."""
        yield TITLE, self.title
        yield from ((QUESTION, question) for question in self.questions)
        yield from ((HEADING, section.heading) for section in self.sections if section.heading)

    @property
    def text(self) -> str:
        """The body: everything that is not a head."""
        return "\n".join([self.summary, *(section.text for section in self.sections)])
