"""What rules look at: everything that was read, valid or not, with the pages' Markdown parsed."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

from handrail.center.docs_folder import DATA
from handrail.center.help_center import HelpCenter
from handrail.center.load_result import LoadResult
from handrail.checks import findability, mentions, search_queries, visible_text
from handrail.checks.cache import Cache
from handrail.checks.findability import Answer, Search
from handrail.checks.line import Line
from handrail.checks.mentions import Mention
from handrail.checks.search_queries import QueryFile
from handrail.checks.source_page import Page
from handrail.checks.visible_text import CHANNELS, Text
from handrail.content.guide import FOLDER as GUIDES
from handrail.markdown.converter import Converter
from handrail.markdown.link_target import Target, target
from handrail.markdown.nodes import Image, Link
from handrail.schema import dates
from handrail.schema.problem import ContentError, Problem
from handrail.schema.source import Source
from handrail.secrets import guard
from handrail.secrets.guard import Finding
from handrail.translation import git_history

UrlCheck = Callable[[Sequence[str]], Mapping[str, str]]
"""From URLs to what is wrong with each; a URL that answers is left out."""


@dataclass(frozen=True)
class Context:
    """`today` is the day that ages are counted from. With `strict_dates`, what is overdue is an error.

    `site` is the folder of the built site, if there is one. `search` runs the search that readers use, if it can run.
    """

    loaded: LoadResult
    docs: Path
    """The docs folder."""
    convert: Converter
    today: datetime.date = field(default_factory=dates.today)
    strict_dates: bool = False
    site: Path | None = None
    search: Search | None = None
    check_urls: UrlCheck | None = None
    """Requests URLs of other sites, if the network may be used."""
    query_files: Sequence[tuple[str, Source | Problem]] = ()
    """The query files, each with its language."""
    cache: Cache = field(default_factory=Cache)
    """Results for texts that were checked before."""
    translate: str = "python3 scripts/translate.py"
    """How to type the command that fixes drift."""

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every Markdown file that can be decoded, by path; also those with invalid front matter."""
        return tuple(Page(markdown_file, self.convert, self.cache) for markdown_file in self.loaded.markdown_files)

    @cached_property
    def links(self) -> tuple[tuple[Page, Link | Image, Target], ...]:
        """Every link and image with its target, except those without one: structure/empty-link reports them."""
        found = ((page, element) for page in self.pages for element in page.targets if element.target.strip(" #"))
        return tuple((page, element, target(element.target, page.path)) for page, element in found)

    @cached_property
    def page_at(self) -> Mapping[str, Page]:
        """The pages by their path below the docs folder."""
        return {page.path: page for page in self.pages}

    @cached_property
    def center(self) -> HelpCenter | None:
        """The help center; None where errors prevent it from being built."""
        return self._build if isinstance(self._build, HelpCenter) else None

    @property
    def build_errors(self) -> Sequence[Problem]:
        """The errors that prevent the help center from being built."""
        return self._build.problems if isinstance(self._build, ContentError) else ()

    @cached_property
    def _build(self) -> HelpCenter | ContentError:
        try:
            return self.loaded.center(self.today)
        except ContentError as error:
            return error

    @cached_property
    def paths(self) -> frozenset[str]:
        """The paths of all pages relative to the docs folder, those that the build generates included."""
        return frozenset((*self.page_at, *self.loaded.page_paths))

    def has_file(self, path: str) -> bool:
        """Whether there is a file at a path relative to the docs folder. The path may be invalid in any way."""
        try:
            return not path.startswith("../") and (self.docs / path).is_file()
        except (OSError, ValueError):
            return False

    @cached_property
    def queries(self) -> tuple[QueryFile, ...]:
        """The parsed query files. They may name only articles of a help center that can be built."""
        editions = self.center.editions.values() if self.center else ()
        ids = {id for edition in editions for id in edition.articles}
        return tuple(search_queries.read(language, file, ids) for language, file in self.query_files)

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """What search finds for everything that it is expected to find; nothing where it cannot run."""
        if self.center is None or self.search is None:
            return ()
        editions = {code: edition.articles.values() for code, edition in self.center.editions.items()}
        expected = findability.expectations(editions, self.queries, self.center.guides.values())
        return findability.ask(expected, self.search)

    @cached_property
    def articles(self) -> tuple[Page, ...]:
        return tuple(page for page in self.pages if page.is_article)

    @cached_property
    def article_ids(self) -> frozenset[str]:
        return frozenset(page.id for page in self.articles)

    @cached_property
    def counterparts(self) -> Mapping[str, Mapping[str, Page]]:
        """The articles of each id, by language in the order of the site; without unfinished translations."""
        counterparts: dict[str, dict[str, Page]] = defaultdict(dict)
        for code in self.loaded.codes:
            for page in self.articles:
                if page.language == code and page.id and not page.is_unfinished:
                    counterparts[page.id].setdefault(code, page)
        return counterparts

    @cached_property
    def data(self) -> tuple[Source, ...]:
        """The data files that can be read."""
        folder = PurePosixPath(self.loaded.docs, DATA)
        files = sorted([*(self.docs / DATA).glob("*.yml"), *(self.docs / DATA / GUIDES).glob("*.yml")])
        sources = (Source.read(file, str(folder / file.relative_to(self.docs / DATA))) for file in files)
        return tuple(source for source in sources if isinstance(source, Source))

    @cached_property
    def data_texts(self) -> tuple[tuple[str, Text], ...]:
        """What readers may see of the data files, the settings and the names of files, with the path of each."""
        names = [PurePosixPath(file.relative_to(self.docs.parent)) for file in sorted(self.docs.rglob("*.*"))]
        return tuple(visible_text.of_files(self.data, self.loaded.configuration, names))

    @cached_property
    def renames(self) -> Mapping[str, str]:
        """The paths that files of the docs folder once had in git, and the ones that they were given next."""
        return git_history.renames(self.docs)

    @cached_property
    def mentions(self) -> tuple[tuple[Line, Mention], ...]:
        """Every host, e-mail address and account in these texts, and what links lead to."""
        prose = [(path, text) for path, text in self.data_texts if not text.is_code]
        in_prose = self.cache(mentions.in_lines, "\n".join(text.text for _, text in prose))
        names = [(path, text) for path, text in self.data_texts if text.is_code]
        return (
            *((Line(page.file, number), mention) for page in self.pages for number, mention in page.mentions),
            *((Line(prose[number][0], prose[number][1].line), mention) for number, mention in in_prose),
            *((Line(path, 0), mention) for path, text in names for mention in mentions.in_text(text.text, True)),
        )

    @cached_property
    def secrets(self) -> tuple[tuple[Line, Finding, str], ...]:
        """What the guard finds in articles, and in data what it blocks and telephone numbers that no channel has."""
        found = [(Line(page.file, line), finding, text) for page in self.pages for line, finding, text in page.secrets]
        for source in (*self.data, self.loaded.configuration):
            for finding in self.cache(guard.inspect, source.text):
                is_phone = finding.rule == "phone" and not source.path.endswith(CHANNELS)
                if is_phone or finding.action == "block":
                    line = source.text.count("\n", 0, finding.start) + 1
                    found.append((Line(source.path, line), finding, source.text[finding.start : finding.end]))
        return tuple(found)

    def channel_problem(self, id: str, key: str, message: str, fix: str) -> Problem:
        """A problem at a key of a channel."""
        number = list(self.loaded.channels or ()).index(id)
        source = next(source for source in self.data if source.path.endswith(CHANNELS))
        return source.problem((number, key), message, fix)

    def script_of(self, language: str) -> str:
        """The script of a language, `alphabetic` or `ideographic`; empty where the settings do not list it."""
        languages = self.loaded.settings.languages if self.loaded.settings else []
        return next((known.script for known in languages if known.code == language), "")
