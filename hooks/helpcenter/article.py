"""An article: one answer in one language, with the front matter that files, finds and dates it."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from .problem import Problem
from .source import Id, Interval, Source, Text, Value

_CHANNEL_LINK = re.compile(r"\]\(channel:([^)\s]*)\)")
_FENCE = "---\n"


class FrontMatter(Value):
    """The head of an article. A key that is not here is a mistake."""

    id: Id
    """The same in every language, and never changed: links and translations hang on it."""
    title: Text
    summary: Text
    type: Literal["contact", "howto", "troubleshooting", "faq", "concept"]
    category: Id
    order: int
    """The place within the category, from small to large."""
    questions: Annotated[list[Text], Field(min_length=1)]
    """How people really ask it: what search finds the article by, and is tested with."""
    related: list[Id] = []
    """Articles to read next; where there are none they are computed."""
    channels: list[Id] = []
    issue_types: list[Id] = []
    owner: Text
    reviewed_on: datetime.date
    review_every: Interval
    status: Literal["draft", "published"]
    redirect_from: list[Text] = []
    source_hashes: dict[str, str] = {}
    """Of a translation: the hash of each section of the source that it was made from."""
    state: Text | None = None


class PageHead(Value):
    """The head of a page that is not an article: the home page, say. It names the template that lays it out."""

    template: Annotated[str, Field(pattern=r"\S")]
    title: Text
    summary: Text


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
    folder = path.removesuffix(".md")
    return f"{folder}/" if not re.search(r"(^|/)index$", folder) else folder.removesuffix("index")


def read(source: Source, path: str, language: str) -> tuple[Document | None, list[Problem]]:
    """The document in `source`. A head with a `template` is a page's, every other is an article's."""
    head, body, problem = _split(source)
    if problem:
        return None, [problem]
    data, problems = head.data()
    if problems:
        return None, problems
    if isinstance(data, dict) and "template" in data:
        page, problems = head.fit(PageHead, data)
        return (Document(path, language, page, head, body) if page else None), problems
    front_matter, problems = head.fit(FrontMatter, data)
    return (Article(path, language, front_matter, head, body) if front_matter else None), problems


def channel_links(document: Document) -> list[tuple[str, int]]:
    """The channels that the text links to by id, each with its line in the file."""
    lines = enumerate(document.body.text.splitlines(), document.body.first_line)
    return [(match[1], number) for number, line in lines for match in _CHANNEL_LINK.finditer(line)]


def _split(source: Source) -> tuple[Source, Source, Problem | None]:
    text = source.text.replace("\r\n", "\n")
    start = text.startswith(_FENCE)
    end = text.find(f"\n{_FENCE}", len(_FENCE) - 1) if start else -1
    if end < 0:
        message = "the front matter is not closed" if start else "no front matter"
        cure = "Begin the file with a line '---', then keys such as 'id: lost-phone', then a line '---'."
        return source, source, Problem(source.path, 1, message, cure)
    head, body = text[len(_FENCE) : end + 1], text[end + 1 + len(_FENCE) :]
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    return Source(source.path, head, 2), Source(source.path, body, body_line), None
