"""The nodes of an article's Markdown that rules look at: headings, links, images, lists, each with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass

ATTRIBUTES = re.compile(r"\{:?[ ]*([^{}\n ][^{}\n]*?)[ ]*\}")
"""An attribute list in braces: id, classes and other attributes of what precedes it."""


@dataclass(frozen=True)
class Part:
    """A piece of a line. `kind` is `text`, `code`, `html`, `alt`, or `sign`: an escaped character or an entity."""

    line: int
    kind: str
    text: str


@dataclass(frozen=True)
class Passage:
    """A run of inline text: a paragraph, a list item, a table cell, a heading, the title of an admonition."""

    line: int
    kind: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The visible text with its line breaks, without attribute lists and HTML."""
        words = "".join(part.text for part in self.parts if part.kind != "html")
        return ATTRIBUTES.sub("", words)

    @property
    def prose(self) -> str:
        """The text with an ellipsis in place of code, which no language rule applies to."""
        words = "".join({"html": "", "code": "…"}.get(part.kind, part.text) for part in self.parts)
        return ATTRIBUTES.sub("", words)


@dataclass(frozen=True)
class Heading:
    line: int
    level: int
    text: str
    id: str
    """The explicit id; empty where the site would generate one."""


@dataclass(frozen=True)
class Link:
    line: int
    text: str
    """Its text, including the alternative texts of images in it."""
    target: str


@dataclass(frozen=True)
class Image:
    line: int
    alt: str
    target: str


@dataclass(frozen=True)
class Code:
    line: int
    language: str
    text: str
    fences: int = 0
    """Lines before the text: 1 in a fenced block, 0 in an indented one."""


@dataclass(frozen=True)
class Admonition:
    """An admonition, open or collapsible."""

    line: int
    kind: str


@dataclass(frozen=True)
class Steps:
    """A numbered list."""

    line: int
    count: int
    start: int = 1
    """The number of its first item."""


@dataclass(frozen=True)
class Bullets:
    """A list without numbers."""

    line: int
    count: int


@dataclass(frozen=True)
class Table:
    line: int
    rows: int
    """Including the header."""
    cells: int
    """Of all rows together."""


@dataclass(frozen=True)
class Misread:
    """Markdown that the site renders differently from how it looks, with the fix."""

    line: int
    what: str
    fix: str


@dataclass(frozen=True)
class Html:
    line: int
    text: str


@dataclass(frozen=True)
class Tag:
    """An element of the page's HTML, whether Markdown made it or the author typed it."""

    line: int
    name: str
    attributes: tuple[tuple[str, str], ...] = ()


Element = Heading | Link | Image | Code | Admonition | Steps | Bullets | Table | Html | Tag | Misread | Passage
