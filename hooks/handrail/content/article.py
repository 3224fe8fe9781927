"""An article: one answer in one language, with the front matter that files, finds and dates it.

A file is first split into front matter and content, a MarkdownFile, right or wrong; only front matter without a mistake
makes it a ContentPage. So one run can name what is wrong in the front matter and with the ids that it names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import quote

from handrail.content.source_change import Change, Hash
from handrail.schema.fields import Address, Day, Id, Interval, Number, Pattern, Text, Value
from handrail.schema.problem import Problem
from handrail.schema.raw import texts
from handrail.schema.source import Source

SAME_KEYS = ("type", "category", "section", "order", "related", "channels", "issue_types", "status")
"""The keys of the front matter that must have the same value in every language."""

_CHANNEL_LINK = re.compile(r"(?:\]\(|\]:[ \t]*)<?channel:([^\s)>\"']*)")
_HTML_CHANNEL_LINK = re.compile(r"""<a\b[^>]*?\bhref\s*=\s*["']?\s*channel:""", re.IGNORECASE)
_FENCE = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


class FrontMatter(Value):
    """The front matter of an article. A key that is not here is a mistake."""

    id: Id
    """The same in every language, and never changed: links and translations hang on it."""
    title: Text
    """The heading of the article."""
    summary: Text
    """The answer in a sentence or two, for lists and search results."""
    type: Literal["contact", "howto", "troubleshooting", "faq", "concept"]
    """What kind of answer it is."""
    category: Id
    """The id of one of docs/data/categories.yml."""
    section: Id | None = None
    """One of those of the category; articles without one come first."""
    order: Number
    """The place within the section, or else within the category, from small to large."""
    questions: list[Text] = []
    """How people really ask it: what search finds the article by, and is tested with."""
    search_phrases: list[Text] = []
    """What else they type and no page says: slang, dialect, error messages that they paste. Only search knows them."""
    query_shapes: list[Pattern] = []
    """What a query without any other words looks like that this article is for: regular expressions, in any case."""
    related: list[Id] = []
    """Articles to read next; where there are none they are computed."""
    channels: list[Id] = []
    """Ways to support that it shows as cards, by their ids."""
    issue_types: list[Id] = []
    """Those that it answers, by their ids."""
    owner: Text
    """Who keeps it right."""
    reviewed_on: Day
    """The day when somebody last read it with care."""
    review_every: Interval
    """For how long such a review is good: '6 months'."""
    status: Literal["draft", "published"]
    """A draft is checked, but not built."""
    redirect_from: list[Address] = []
    """Addresses that it once had; they lead here."""
    source: Text | None = None
    """The language that the article is written in first, where it is not the default one."""
    changes: list[Change] = []
    """Of such an original: what its author says of changes to it."""
    source_hashes: dict[str, Hash] = {}
    """Of a translation: the hash of each section of the original that it was made from."""
    state: Literal["started", "done"] | None = None
    """How far a translation is. What is only started is not published."""

    @property
    def category_path(self) -> str:
        """The category, and after a slash the section, where it has one."""
        return f"{self.category}/{self.section}" if self.section else self.category


class PageFrontMatter(Value):
    """The front matter of a page that is not an article: the home page, say. It names the template that lays it out."""

    template: Text
    """The template's file, such as home.html."""
    title: Text
    """The heading of the page."""
    summary: Text
    """What it is for."""


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


@dataclass(frozen=True)
class ContentPage:
    """A Markdown file of the docs folder: its front matter, and the Markdown below it.

    `path` is relative to the docs folder, with `/`.
    """

    path: str
    language: str
    front_matter: FrontMatter | PageFrontMatter
    front_matter_source: Source
    content: Source
    is_shown: bool = False
    """Whether a draft is built as if it were published, for a look."""

    @property
    def is_draft(self) -> bool:
        return isinstance(self.front_matter, FrontMatter) and self.front_matter.status == "draft"

    @property
    def url(self) -> str:
        return url_of(self.path)

    @property
    def published(self) -> bool:
        return self.is_shown or not self.is_draft

    @property
    def meta(self) -> dict[str, str]:
        """What the templates read of a page's front matter."""
        template = self.front_matter.template if isinstance(self.front_matter, PageFrontMatter) else "article.html"
        return {"title": self.front_matter.title, "description": self.front_matter.summary, "template": template}


class Article(ContentPage):
    """A page whose front matter is that of an article."""

    front_matter: FrontMatter

    @property
    def id(self) -> str:
        return self.front_matter.id

    @property
    def title(self) -> str:
        return self.front_matter.title

    @property
    def summary(self) -> str:
        return self.front_matter.summary


def url_of(path: str) -> str:
    """The address, from the site's root, of the Markdown file at `path`: a/b.md is read at a/b/, a/index.md at a/.

    Engines take README.md for index.md.
    """
    folder, _, name = path.removesuffix(".md").rpartition("/")
    parts = [*folder.split("/"), *([] if name in ("index", "README") else [name])]
    return "".join(f"{quote(part)}/" for part in parts if part)


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
