"""An article: one answer in one language, with the front matter that files, finds and dates it.

A file is first split into head and body, a Manuscript, whatever its head holds; only a head without a mistake makes
it a Document. So one run can name what is wrong in a head and what is wrong with the ids it names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from urllib.parse import quote

from pydantic import Field

from handrail.content.source_change import Change, Hash
from handrail.schema.fields import Address, Day, Id, Interval, Number, Text, Value
from handrail.schema.problem import Problem
from handrail.schema.raw import texts
from handrail.schema.source import Source

_CHANNEL_LINK = re.compile(r"""(?:\]\(|\]:[ \t]*|\bhref=["']?)<?channel:([^\s)>"']*)""")
_FENCE = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)


class FrontMatter(Value):
    """The head of an article. A key that is not here is a mistake."""

    id: Id
    """The same in every language, and never changed: links and translations hang on it."""
    title: Text
    summary: Text
    type: Literal["contact", "howto", "troubleshooting", "faq", "concept"]
    category: Id
    order: Number
    """The place within the category, from small to large."""
    questions: Annotated[list[Text], Field(min_length=1)]
    """How people really ask it: what search finds the article by, and is tested with."""
    related: list[Id] = []
    """Articles to read next; where there are none they are computed."""
    channels: list[Id] = []
    issue_types: list[Id] = []
    owner: Text
    reviewed_on: Day
    review_every: Interval
    status: Literal["draft", "published"]
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


class PageHead(Value):
    """The head of a page that is not an article: the home page, say. It names the template that lays it out."""

    template: Text
    title: Text
    summary: Text


@dataclass(frozen=True)
class Manuscript:
    """A Markdown file as somebody wrote it, its head right or wrong.

    `path` is relative to the docs folder, with `/`; `language` is the code of the folder of a language that it is in,
    or empty.
    """

    path: str
    language: str
    head: Source
    body: Source
    data: Mapping[str, Any]

    @property
    def is_article(self) -> bool:
        return "template" not in self.data

    @property
    def id(self) -> str:
        return (*self.named("id"), "")[0]

    @property
    def published(self) -> bool:
        return self.data.get("status") == "published"

    def named(self, key: str) -> list[str]:
        """The ids that the head holds under a key: one, or a list of them."""
        return texts(self.data, key)

    def channel_links(self) -> list[tuple[str, int]]:
        """The channels that the text links to by id, each with its line in the file."""
        lines = enumerate(self.body.text.split("\n"), self.body.first_line)
        return [(match[1], number) for number, line in lines for match in _CHANNEL_LINK.finditer(line)]

    def document(self) -> tuple[Document | None, list[Problem]]:
        """The document that this is, or None and what is wrong with its head."""
        if not self.is_article:
            page, problems = self.head.fit(PageHead, self.data)
            return (Document(self.path, self.language, page, self.head, self.body) if page else None), problems
        front_matter, problems = self.head.fit(FrontMatter, self.data)
        if front_matter is None:
            return None, problems
        return Article(self.path, self.language, front_matter, self.head, self.body), problems


@dataclass(frozen=True)
class Document:
    """A Markdown file of the docs folder: its head, and the Markdown below it.

    `path` is relative to the docs folder, with `/`.
    """

    path: str
    language: str
    head: FrontMatter | PageHead
    head_source: Source
    body: Source

    @property
    def url(self) -> str:
        return url_of(self.path)

    @property
    def published(self) -> bool:
        return not isinstance(self.head, FrontMatter) or self.head.status == "published"

    @property
    def meta(self) -> dict[str, str]:
        """What the templates read of a page's head."""
        template = self.head.template if isinstance(self.head, PageHead) else "article.html"
        return {"title": self.head.title, "description": self.head.summary, "template": template}


class Article(Document):
    """A document whose head is an article's."""

    head: FrontMatter

    @property
    def id(self) -> str:
        return self.head.id

    @property
    def title(self) -> str:
        return self.head.title

    @property
    def summary(self) -> str:
        return self.head.summary


def url_of(path: str) -> str:
    """The address, from the site's root, of the Markdown file at `path`: a/b.md is read at a/b/, a/index.md at a/."""
    folder = quote(path.removesuffix(".md"))
    return f"{folder}/" if not re.search(r"(^|/)index$", folder) else folder.removesuffix("index")


def read(source: Source, path: str, language: str) -> tuple[Manuscript | None, list[Problem]]:
    """The manuscript in `source`, or None where its head cannot be read."""
    head, body, problem = _split(source)
    if problem:
        return None, [problem]
    data, problems = head.data()
    if problems:
        return None, problems
    if not isinstance(data, dict):
        message = "the front matter holds no keys"
        return None, [Problem(source.path, head.first_line, message, "Write them a line each, as in 'id: lost-phone'.")]
    return Manuscript(path, language, head, body, data), []


def headless(source: Source, path: str, language: str) -> Manuscript:
    """The manuscript of a file whose head cannot be read: nothing is known but its text."""
    head, body, _ = _split(source)
    return Manuscript(path, language, head, body, {})


def _split(source: Source) -> tuple[Source, Source, Problem | None]:
    text = source.text
    start = _FENCE.match(text)
    end = _FENCE.search(text, start.end()) if start else None
    if start is None or end is None:
        message = "the front matter is not closed" if start else "no front matter"
        cure = "Begin the file with a line '---', then keys such as 'id: lost-phone', then a line '---'."
        return source, source, Problem(source.path, 1, message, cure)
    head, body = text[start.end() : end.start()], text[end.end() :]
    body_line = text.count("\n", 0, end.end()) + 1
    return Source(source.path, head, 2), Source(source.path, body, body_line), None
