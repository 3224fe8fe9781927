"""An article: one answer in one language, with the front matter that files, finds and dates it.

Other pages that somebody writes, such as the home page, are content pages too, with less in their front matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal
from urllib.parse import quote

from handrail.content.source_change import Change, Hash
from handrail.schema.fields import Address, Day, Id, Interval, Number, Pattern, Text, Value
from handrail.schema.source import Source

SAME_KEYS = ("type", "category", "section", "order", "related", "channels", "issue_types", "status")
"""The keys of the front matter that must have the same value in every language."""


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


@cache
def url_of(path: str) -> str:
    """The address, from the site's root, of the Markdown file at `path`: a/b.md is read at a/b/, a/index.md at a/.

    Engines take README.md for index.md.
    """
    folder, _, name = path.removesuffix(".md").rpartition("/")
    parts = [*folder.split("/"), *([] if name in ("index", "README") else [name])]
    return "".join(f"{quote(part)}/" for part in parts if part)
