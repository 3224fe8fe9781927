"""A page as an author wrote it: its head, right or wrong, and its Markdown taken apart, with the lines of the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from handrail.checks.cache import Cache
from handrail.content.article import MarkdownFile
from handrail.markdown import parser
from handrail.markdown.nodes import ATTRIBUTES, Element
from handrail.markdown.sections import Section, sections
from handrail.schema.problem import Problem
from handrail.secrets import guard
from handrail.secrets.guard import Finding

Kind = TypeVar("Kind", bound=Element)


@dataclass(frozen=True)
class Page:
    markdown_file: MarkdownFile
    cache: Cache = field(default_factory=Cache, repr=False, compare=False)

    @property
    def path(self) -> str:
        """Below the docs folder."""
        return self.markdown_file.path

    @property
    def file(self) -> str:
        """What problems name it by."""
        return self.markdown_file.content.path

    @property
    def language(self) -> str:
        return self.markdown_file.language

    @property
    def id(self) -> str:
        return self.markdown_file.id

    @property
    def is_article(self) -> bool:
        return self.markdown_file.is_article

    @property
    def is_published(self) -> bool:
        return self.markdown_file.published

    @property
    def is_draft(self) -> bool:
        """Whether it is an article that is not built yet."""
        return self.is_article and self.markdown_file.data.get("status") == "draft"

    @property
    def is_started(self) -> bool:
        """Whether it is a translation with gaps in it."""
        return self.is_draft and self.markdown_file.data.get("state") == "started"

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """What the text below the head is made of, in its order."""
        return self.cache(parser.parse, self.markdown_file.content.text, self.markdown_file.content.first_line)

    def all(self, kind: type[Kind]) -> list[Kind]:
        """The elements of one kind."""
        return self._by_kind[kind]

    @cached_property
    def _by_kind(self) -> Mapping[type[Any], list[Any]]:
        held = defaultdict[type[Any], list[Any]](list)
        for element in self.elements:
            held[type(element)].append(element)
        return held

    @cached_property
    def sections(self) -> list[Section]:
        """What stands before the first heading, then each section."""
        return sections(self.elements, self.markdown_file.content.first_line)

    @property
    def last_line(self) -> int:
        """The last one that holds something."""
        body = self.markdown_file.content
        return body.first_line + body.text.rstrip().count("\n")

    @property
    def whole(self) -> str:
        """The file, line by line: its head, its text, and empty lines for the fences."""
        head, body = self.markdown_file.front_matter, self.markdown_file.content
        if head is body:
            return body.text
        between = "\n" * (body.first_line - head.first_line - head.text.count("\n"))
        return "\n" * (head.first_line - 1) + head.text + between + body.text

    @cached_property
    def secrets(self) -> tuple[tuple[int, Finding, str], ...]:
        """What the guard finds in the file, with its line and what it is. Ids of headings are not read."""
        text = ATTRIBUTES.sub(lambda match: " " * len(match[0]), self.whole)
        found = self.cache(guard.inspect, text)
        return tuple((text.count("\n", 0, one.start) + 1, one, text[one.start : one.end]) for one in found)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text below the head."""
        return self.markdown_file.content.text.split("\n")

    def problem(self, line: int, message: str, fix: str) -> Problem:
        return Problem(self.file, line, message, fix)
