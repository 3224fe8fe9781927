"""A page as its author wrote it: front matter, valid or not, and parsed Markdown, with line numbers of the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from handrail.checks import mentions, section_facts, source_text, visible_text
from handrail.checks.anchors import anchors
from handrail.checks.cache import Cache, Known
from handrail.checks.cjk_typography import Slip, slips
from handrail.checks.mentions import Mention
from handrail.checks.section_facts import SectionFacts
from handrail.checks.visible_text import Text
from handrail.content.markdown_file import MarkdownFile
from handrail.markdown import parser, reading
from handrail.markdown.converter import Converter
from handrail.markdown.nodes import Element, Heading, Image, Link
from handrail.schema.problem import Problem
from handrail.secrets import guard
from handrail.secrets.guard import Finding

Kind = TypeVar("Kind", bound=Element)

_PARTS = ("elements", "written", "_by_kind", "texts", "lines")
"""What a page is taken apart into."""


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
    def known(self) -> Known:
        """What was found out before about a page of this text, at this place, published or not."""
        sources = (self.markdown_file.front_matter, self.markdown_file.content)
        written = (part for source in sources for part in (str(source.first_line), source.text))
        return self.cache.of(self.file, self.language, str(self.markdown_file.is_shown), *written)

    def forget(self) -> None:
        """Make room: what the page consists of is made once more where somebody asks for it."""
        for name in _PARTS:
            self.__dict__.pop(name, None)

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """What the site makes of the Markdown, in document order."""
        content = self.markdown_file.content
        return reading.read(content.text, self.written, self.convert(content.text), content.first_line)

    @cached_property
    def written(self) -> tuple[Element, ...]:
        """What the author wrote, in document order, whatever the site makes of it."""
        return parser.parse(self.markdown_file.content.text, self.markdown_file.content.first_line)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings as they are written."""
        return self.known("headings", lambda: tuple(part for part in self.written if isinstance(part, Heading)))

    @cached_property
    def targets(self) -> tuple[Link | Image, ...]:
        """The links and the pictures."""
        return self.known("targets", lambda: tuple(part for part in self.elements if isinstance(part, Link | Image)))

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The ids that links can lead to."""
        return frozenset(self.known("anchors", lambda: tuple(dict.fromkeys(anchors(self.elements)))))

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
    def sections(self) -> tuple[SectionFacts, ...]:
        """Of the part before the first heading, then of each section, what its translations must have too."""
        return self.known("sections", lambda: tuple(self._sections()))

    def _sections(self) -> Iterator[SectionFacts]:
        head = [(text, line) for line, text in self.head]
        return section_facts.of_sections(self.written, self.markdown_file.content.first_line, self.language, head)

    @property
    def head(self) -> Iterator[tuple[int, str]]:
        """The title and the summary, with their lines."""
        for key in ("title", "summary"):
            for text in self.markdown_file.named(key):
                yield self.markdown_file.front_matter.line_of((key,)), text

    @cached_property
    def slips(self) -> tuple[Slip, ...]:
        """Those of typography that a page with Han characters makes, in its title, its summary and its content."""
        return self.known("slips", lambda: tuple(self._slips()))

    def _slips(self) -> Iterator[Slip]:
        yield from slips(self.markdown_file.content.text, self.markdown_file.content.first_line)
        for line, text in self.head:
            yield from slips(" ".join(text.split()), line, "text")

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

    @cached_property
    def mentions(self) -> tuple[tuple[int, Mention], ...]:
        """Every host, e-mail address and account on the page, with its line."""
        return self.known("mentions", lambda: tuple(self._mentions()))

    def _mentions(self) -> Iterator[tuple[int, Mention]]:
        for text in self.texts:
            yield from ((text.line, mention) for mention in mentions.in_text(text.text, text.is_code))
        for link in self.targets:
            yield from ((link.line, mention) for mention in mentions.in_target(link.target))

    @property
    def text(self) -> str:
        """The whole file with its line numbers: front matter and content, blank lines in place of the fences."""
        return source_text.of(self.markdown_file)

    @cached_property
    def secrets(self) -> tuple[tuple[int, Finding, str], ...]:
        """What the guard finds in the file, each with its line and text. Attribute lists and hashes are skipped."""
        findings = self.known("secrets", lambda: guard.inspect(source_text.without_hashes(self.text)))
        text = source_text.without_hashes(self.text) if findings else ""
        return tuple(
            (text.count("\n", 0, finding.start) + 1, finding, text[finding.start : finding.end]) for finding in findings
        )

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the content."""
        return self.markdown_file.content.text.split("\n")

    def problem(self, line: int, message: str, fix: str) -> Problem:
        return Problem(self.file, line, message, fix)
