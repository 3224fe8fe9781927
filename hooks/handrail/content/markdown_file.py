"""A Markdown file as somebody wrote it: first split into front matter and content, right or wrong.

Only front matter without a mistake makes it a page. So one run can name what is wrong in the front matter and with the
ids that it names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from handrail.cache.in_process import kept
from handrail.content.article import Article, ContentPage, FrontMatter, PageFrontMatter
from handrail.schema.problem import Problem
from handrail.schema.raw import texts
from handrail.schema.source import Source

_CHANNEL_LINK = re.compile(r"(?:\]\(|\]:[ \t]*)<?channel:([^\s)>\"']*)")
_HTML_CHANNEL_LINK = re.compile(r"""<a\b[^>]*?\bhref\s*=\s*["']?\s*channel:""", re.IGNORECASE)
DEEPEST = 50
"""Lists or quotations inside each other: converting them takes a call of a function for each."""
_TOO_DEEP = re.compile(rf"(?m)^[ \t]*((?:>[ \t]*|(?:[-*+]|\d{{1,9}}[.)])[ \t]+){{{DEEPEST},}})")
_FENCE = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


@dataclass(frozen=True)
class MarkdownFile:
    """A Markdown file as somebody wrote it, its front matter right or wrong.

    `path` is relative to the docs folder, with `/`; `language` is the code of the folder of a language that it is in,
    or empty.
    """

    path: str
    language: str
    front_matter: Source
    content: Source
    data: Mapping[str, Any]
    is_shown: bool = False
    """Whether a draft is built as if it were published, for a look."""

    @property
    def is_article(self) -> bool:
        return "template" not in self.data

    @property
    def id(self) -> str:
        return (*self.named("id"), "")[0]

    @property
    def published(self) -> bool:
        return self.data.get("status") == "published" or self.is_shown

    def named(self, key: str) -> list[str]:
        """The ids that the front matter holds under a key: one, or a list of them."""
        return texts(self.data, key)

    def channel_links(self) -> list[tuple[str, int]]:
        """The channels that the text links to by id, each with its line in the file."""
        lines = enumerate(self.content.text.split("\n"), self.content.first_line)
        return [(match[1], number) for number, line in lines for match in _CHANNEL_LINK.finditer(line)]

    def html_channel_links(self) -> list[int]:
        """The lines of links to channels in HTML, where the status of a channel has no say: they must not be."""
        text, first = self.content.text, self.content.first_line
        return [first + text.count("\n", 0, match.start()) for match in _HTML_CHANNEL_LINK.finditer(text)]

    def content_page(self) -> tuple[ContentPage | None, list[Problem]]:
        """The page that this is, or None and what is wrong with its front matter."""
        if not self.is_article:
            page, problems = self.front_matter.fit(PageFrontMatter, self.data)
            return (
                ContentPage(self.path, self.language, page, self.front_matter, self.content) if page else None
            ), problems
        front_matter, problems = self.front_matter.fit(FrontMatter, self.data)
        if front_matter is None:
            return None, problems
        return Article(self.path, self.language, front_matter, self.front_matter, self.content, self.is_shown), problems


@kept
def read(source: Source, path: str, language: str) -> tuple[MarkdownFile | None, list[Problem]]:
    """The Markdown file in `source`, or None where its front matter cannot be read."""
    front_matter, content, problem = _split(source)
    if problem:
        return None, [problem]
    data, problems = front_matter.data()
    if problems:
        return None, problems
    if not isinstance(data, dict):
        message = "the front matter holds no keys"
        return None, [
            Problem(source.path, front_matter.first_line, message, "Write them a line each, as in 'id: lost-phone'.")
        ]
    return MarkdownFile(path, language, front_matter, content, data), []


def too_deep(source: Source) -> Problem | None:
    """That lists or quotations stand inside each other so deep that nothing should try to read them."""
    deep = _TOO_DEEP.search(source.text)
    if deep is None:
        return None
    message = f"more than {DEEPEST} lists or quotations inside each other"
    return Problem(source.path, source.text.count("\n", 0, deep.start(1)) + 1, message, "Write it flatter.")


def unreadable(source: Source, path: str, language: str) -> MarkdownFile:
    """A file whose front matter cannot be read: nothing is known but its text."""
    front_matter, content, _ = _split(source)
    return MarkdownFile(path, language, front_matter, content, {})


def fences(text: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The lines before and after the front matter of a file, line ends included; None for one that is missing."""
    start = _FENCE.match(text)
    return start, _FENCE.search(text, start.end()) if start else None


def _split(source: Source) -> tuple[Source, Source, Problem | None]:
    text = source.text
    start, end = fences(text)
    if start is None or end is None:
        message = "the front matter is not closed" if start else "no front matter"
        fix = "Begin the file with a line '---', then keys such as 'id: lost-phone', then a line '---'."
        return source, source, Problem(source.path, 1, message, fix)
    front_matter, content = text[start.end() : end.start()], text[end.end() :]
    first_line = text.count("\n", 0, end.end()) + 1
    return Source(source.path, front_matter, 2), Source(source.path, content, first_line), None
