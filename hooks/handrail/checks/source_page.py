"""A page as its author wrote it: front matter, valid or not, and parsed Markdown, with line numbers of the file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from handrail.checks import mentions, visible_text
from handrail.checks.cache import Cache
from handrail.checks.harmful_advice import harmful
from handrail.checks.mentions import Mention
from handrail.checks.visible_text import Text
from handrail.content.markdown_file import MarkdownFile
from handrail.markdown import parser, reading
from handrail.markdown.converter import Converter
from handrail.markdown.nodes import ATTRIBUTES, Element, Heading, Image, Link, Passage
from handrail.markdown.sections import Section, sections
from handrail.schema.problem import Problem
from handrail.secrets import guard
from handrail.secrets.guard import Finding

Kind = TypeVar("Kind", bound=Element)

_HASH = re.compile(r"""(?m)(?<=: )["']?[0-9a-f]{8}["']?$""")
"""A hash of a section, which a translation keeps in its front matter: eight digits may look like a telephone number."""


def _blank(match: re.Match[str]) -> str:
    """Spaces, so that everything after them keeps its place."""
    return " " * len(match[0])


@dataclass(frozen=True)
class Page:
    markdown_file: MarkdownFile
    convert: Converter
    cache: Cache = field(default_factory=Cache, repr=False, compare=False)

    @property
    def path(self) -> str:
        """Relative to the docs folder."""
        return self.markdown_file.path

    @property
    def file(self) -> str:
        """The path that problems name."""
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
        """Whether it is an article that is not published yet."""
        return self.is_article and self.markdown_file.data.get("status") == "draft"

    @property
    def is_unfinished(self) -> bool:
        """Whether it is a translation with placeholders in it."""
        return self.is_draft and self.markdown_file.data.get("state") == "started"

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """What the site makes of the Markdown, in document order."""
        return self.cache(self._read, self.markdown_file.content.text, self.markdown_file.content.first_line)

    def _read(self, text: str, first_line: int) -> tuple[Element, ...]:
        return reading.read(text, self.written, self.convert(text), first_line)

    @cached_property
    def written(self) -> tuple[Element, ...]:
        """What the author wrote, in document order, whatever the site makes of it."""
        return self.cache(parser.parse, self.markdown_file.content.text, self.markdown_file.content.first_line)

    @property
    def headings(self) -> list[Heading]:
        """The headings as they are written."""
        return [element for element in self.written if isinstance(element, Heading)]

    def all(self, kind: type[Kind]) -> list[Kind]:
        """The elements of one kind."""
        return self._by_kind[kind]

    @cached_property
    def _by_kind(self) -> Mapping[type[Any], list[Any]]:
        by_kind = defaultdict[type[Any], list[Any]](list)
        for element in self.elements:
            by_kind[type(element)].append(element)
        return by_kind

    @cached_property
    def sections(self) -> list[Section]:
        """The part before the first heading, then each section."""
        return sections(self.written, self.markdown_file.content.first_line)

    @property
    def last_line(self) -> int:
        """The last line that is not blank."""
        content = self.markdown_file.content
        return content.first_line + content.text.rstrip().count("\n")

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """What readers see of the page or find it by: the values in its front matter, and its content."""
        content, front_matter = self.markdown_file.content, self.markdown_file.front_matter
        values = () if front_matter is content else front_matter.texts()
        shown = visible_text.texts(self.elements, self.lines, content.first_line)
        return (*(Text(line, text) for line, text in values), *shown)

    @property
    def advice(self) -> tuple[tuple[int, str, str], ...]:
        """Line, message and fix of each sentence that gives harmful advice."""
        return self.cache(self._advice, self.text)

    def _advice(self, text: str) -> tuple[tuple[int, str, str], ...]:
        title = " ".join(self.markdown_file.named("title"))
        passages = ((passage.text, title, passage.line) for passage in self.all(Passage))
        others = ((text.text, "", text.line) for text in self.texts if not text.is_running and not text.is_code)
        return tuple(advice for found in (*passages, *others) for advice in harmful(*found))

    @property
    def mentions(self) -> tuple[tuple[int, Mention], ...]:
        """Every host, e-mail address and account on the page, with its line."""
        return self.cache(self._mentions, self.text)

    def _mentions(self, text: str) -> tuple[tuple[int, Mention], ...]:
        links = [element for element in self.elements if isinstance(element, Link | Image)]
        return (
            *((text.line, mention) for text in self.texts for mention in mentions.in_text(text.text, text.is_code)),
            *((link.line, mention) for link in links for mention in mentions.in_target(link.target)),
        )

    @property
    def text(self) -> str:
        """The whole file with its line numbers: front matter and content, blank lines in place of the fences."""
        front_matter, content = self.markdown_file.front_matter, self.markdown_file.content
        if front_matter is content:
            return content.text
        fence = "\n" * (content.first_line - front_matter.first_line - front_matter.text.count("\n"))
        return "\n" * (front_matter.first_line - 1) + front_matter.text + fence + content.text

    @cached_property
    def secrets(self) -> tuple[tuple[int, Finding, str], ...]:
        """What the guard finds in the file, each with its line and text. Attribute lists and hashes are skipped."""
        text = _HASH.sub(_blank, ATTRIBUTES.sub(_blank, self.text))
        findings = self.cache(guard.inspect, text)
        return tuple(
            (text.count("\n", 0, finding.start) + 1, finding, text[finding.start : finding.end]) for finding in findings
        )

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the content."""
        return self.markdown_file.content.text.split("\n")

    def problem(self, line: int, message: str, fix: str) -> Problem:
        return Problem(self.file, line, message, fix)
