"""What rules look at: everything that was read, right or wrong, with the pages' Markdown taken apart."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

from handrail.center.docs_folder import DATA
from handrail.center.help_center import HelpCenter
from handrail.center.load_result import LoadResult
from handrail.checks import findability, search_queries
from handrail.checks import mentions as mention
from handrail.checks.cache import Cache
from handrail.checks.findability import Answer, Search
from handrail.checks.mentions import Mention
from handrail.checks.search_queries import Queries
from handrail.checks.source_page import Page
from handrail.schema.problem import ContentError, Problem
from handrail.schema.source import Source

_ADDRESS = re.compile(r"\b(?:url|address|handle|source|prefill)\s*:\s*[^,}]*")
"""Where addresses belong, in the registry of channels."""
_KEY = re.compile(r"^\s*(?:-\s+)?[\w.-]+:(?=\s|$)")

Visit = Callable[[Sequence[str]], Mapping[str, str]]
"""From addresses to what is wrong with each; empty where nothing is."""


@dataclass(frozen=True)
class Line:
    """A line of a file that people wrote, whatever it holds."""

    path: str
    number: int

    def problem(self, message: str, fix: str) -> Problem:
        return Problem(self.path, self.number, message, fix)


@dataclass(frozen=True)
class Context:
    """`today` is the day by which ages are counted. `strict_dates` says that what is too old is an error.

    `site` is the folder of the built site, where there is one to look at. `search` asks what readers are answered,
    where it can be asked.
    """

    loaded: LoadResult
    docs: Path
    """The docs folder."""
    today: datetime.date = field(default_factory=datetime.date.today)
    strict_dates: bool = False
    site: Path | None = None
    search: Search | None = None
    visit: Visit | None = None
    """Says of addresses of other sites what is wrong with them, where the network may be asked."""
    query_files: Sequence[tuple[str, Source | Problem]] = ()
    """The files of queries, each with its language."""
    cache: Cache = field(default_factory=Cache)
    """What was made of the same texts before."""

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every Markdown file that is text, in the order of their paths; also those whose head is wrong."""
        return tuple(Page(markdown_file, self.cache) for markdown_file in self.loaded.markdown_files)

    @cached_property
    def page_at(self) -> Mapping[str, Page]:
        """The pages by their path below the docs folder."""
        return {page.path: page for page in self.pages}

    @cached_property
    def center(self) -> HelpCenter | None:
        """The help center, where nothing keeps it from being built."""
        try:
            return self.loaded.center(self.today)
        except ContentError:
            return None

    @cached_property
    def paths(self) -> frozenset[str]:
        """The paths, below the docs folder, of all pages there will be: those written, and those made by the build."""
        made = self.center.generated_pages if self.center else {}
        return frozenset((*self.page_at, *made))

    def has_file(self, path: str) -> bool:
        """Whether there is a file at a path below the docs folder, however odd the path is."""
        try:
            return not path.startswith("../") and (self.docs / path).is_file()
        except (OSError, ValueError):
            return False

    @cached_property
    def queries(self) -> tuple[Queries, ...]:
        """What readers would type, by file. Only a help center that can be built has articles that they can name."""
        editions = self.center.editions.values() if self.center else ()
        ids = {id for edition in editions for id in edition.articles}
        return tuple(search_queries.queries(language, file, ids) for language, file in self.query_files)

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """What search answers to everything that it must find; nothing where it cannot be asked."""
        if self.center is None or self.search is None:
            return ()
        editions = {code: edition.articles.values() for code, edition in self.center.editions.items()}
        return findability.ask(findability.promises(editions, self.queries), self.search)

    @cached_property
    def articles(self) -> tuple[Page, ...]:
        return tuple(page for page in self.pages if page.is_article)

    @cached_property
    def article_ids(self) -> frozenset[str]:
        return frozenset(page.id for page in self.articles)

    @cached_property
    def counterparts(self) -> Mapping[str, Mapping[str, Page]]:
        """The articles of each id, by language, in the order of the site's languages; no translation with gaps."""
        found: dict[str, dict[str, Page]] = defaultdict(dict)
        for code in self.loaded.codes:
            for page in self.articles:
                if page.language == code and page.id and not page.is_started:
                    found[page.id].setdefault(code, page)
        return found

    @cached_property
    def data(self) -> tuple[Source, ...]:
        """The files of data that can be read."""
        folder = PurePosixPath(self.loaded.docs, DATA)
        files = sorted((self.docs / DATA).glob("*.yml"))
        read = (Source.read(file, str(folder / file.name)) for file in files)
        return tuple(source for source in read if isinstance(source, Source))

    @property
    def texts(self) -> Iterator[tuple[str, str]]:
        """What readers may get to read, by file: heads, texts and data, less keys and the addresses of channels."""
        for page in self.pages:
            yield page.file, page.whole
        for source in self.data:
            said = _of_registry if source.path.endswith("/channels.yml") else _uncommented
            yield source.path, "\n".join(_KEY.sub("", said(line)) for line in source.text.split("\n"))

    @cached_property
    def mentions(self) -> tuple[tuple[Line, Mention], ...]:
        """Every host, address and account in these texts."""
        return tuple(
            (Line(path, number), found)
            for path, text in self.texts
            for number, found in self.cache(mention.by_line, text)
        )

    def channel_problem(self, id: str, key: str, message: str, fix: str) -> Problem:
        """A problem at a key of a channel."""
        number = list(self.loaded.channels or ()).index(id)
        source = next(source for source in self.data if source.path.endswith("/channels.yml"))
        return source.problem((number, key), message, fix)

    def script_of(self, language: str) -> str:
        """How a language is written: `alphabetic` or `ideographic`; empty where the settings do not say."""
        settings = self.loaded.settings
        held = {each.code: each.script for each in settings.languages} if settings else {}
        return held.get(language, "")


def _of_registry(line: str) -> str:
    return _ADDRESS.sub("", line)


def _uncommented(line: str) -> str:
    return line.partition(" #")[0]
