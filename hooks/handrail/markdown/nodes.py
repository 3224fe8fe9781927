"""What Markdown is made of, for rules: a heading, a link, a picture, a step, and on which line of the file each is."""

from __future__ import annotations

import re
from dataclasses import dataclass

ATTRIBUTES = re.compile(r"\{:?[ ]*([^}\n ][^}\n]*?)[ ]*\}")
"""What stands in braces behind a piece of Markdown: its id, its classes, its other attributes."""


@dataclass(frozen=True)
class Part:
    """A piece of a line. `kind` is `text`, `code`, `html`, or `sign`: a character that stands for itself."""

    line: int
    kind: str
    text: str


@dataclass(frozen=True)
class Passage:
    """Words that readers read in one go: a paragraph, an item of a list, a cell, a heading, the title of a note."""

    line: int
    kind: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """As it reads, line ends included, attributes and HTML left out."""
        words = "".join(part.text for part in self.parts if part.kind != "html")
        return ATTRIBUTES.sub("", words)

    @property
    def prose(self) -> str:
        """The text with an ellipsis in place of code, which follows no rule of language."""
        words = "".join({"html": "", "code": "…"}.get(part.kind, part.text) for part in self.parts)
        return ATTRIBUTES.sub("", words)


@dataclass(frozen=True)
class Heading:
    line: int
    level: int
    text: str
    id: str
    """The one that is written; empty where the site would make one up."""


@dataclass(frozen=True)
class Link:
    line: int
    text: str
    """Its words, and the alternative texts of pictures in it."""
    target: str
    shows_itself: bool = False
    """Whether it is an address in angle brackets."""


@dataclass(frozen=True)
class Picture:
    line: int
    alt: str
    target: str


@dataclass(frozen=True)
class Code:
    line: int
    language: str
    text: str
    fences: int = 0
    """The lines before the text: 1 where it stands between fences."""


@dataclass(frozen=True)
class Note:
    """An admonition, open or to be unfolded."""

    line: int
    kind: str


@dataclass(frozen=True)
class Steps:
    """A numbered list."""

    line: int
    count: int


@dataclass(frozen=True)
class Misread:
    """What the site reads otherwise than it looks, and what to do about it."""

    line: int
    what: str
    fix: str


@dataclass(frozen=True)
class Html:
    line: int
    text: str


Element = Heading | Link | Picture | Code | Note | Steps | Html | Misread | Passage
