"""From the files of the docs folder to a help center, or to everything that is wrong with them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from . import (
    announcement,
    article,
    consistency,
    detail,
    glossary,
    issue_type,
    mark,
    phrases,
    plain,
    redirect,
    registry,
    settings,
    way,
)
from .announcement import Announcement
from .article import Article, Document, Manuscript
from .category import Category
from .center import HelpCenter
from .channel import Channel
from .consistency import Ids, Known
from .detail import Detail
from .edition import compose
from .glossary import Glossary
from .issue_type import IssueType
from .mark import Mark
from .phrases import Phrases
from .problem import ContentError, Problem
from .redirect import Redirect
from .settings import Settings
from .source import Source
from .theme import Theme

DATA = "data"
"""The folder, below the docs folder, of what is not a page. It is not published."""

Entry = TypeVar("Entry", Announcement, Category, Channel, Detail, IssueType)
Check = Callable[[Source, Any], Iterable[Problem]]
"""What a model cannot say of a data file; the data may be wrong in every way."""


@dataclass(frozen=True)
class Reading:
    """Everything that was read, right or wrong. Where something is None, a problem says why."""

    configuration: Source
    docs: str
    """What problems call the docs folder."""
    codes: tuple[str, ...]
    """Those of the languages; none where the settings do not say them."""
    settings: Settings | None = None
    categories: Mapping[str, Category] | None = None
    channels: Mapping[str, Channel] | None = None
    channels_file: Source | None = None
    details: Mapping[str, Detail] | None = None
    issue_types: Mapping[str, IssueType] | None = None
    glossary: Glossary | None = None
    phrases: Phrases | None = None
    mark: Mark | None = None
    manuscripts: Sequence[Manuscript] = ()
    """Every Markdown file that is text, by path; those whose head cannot be read have no data."""
    documents: Mapping[str, Document] = field(default_factory=dict)
    """Those whose head is right, by path."""
    problems: Sequence[Problem] = ()
    """Why there can be no site."""
    redirects: Mapping[str, Redirect] = field(default_factory=dict)
    announcements: Mapping[str, Announcement] | None = None
    redirect_problems: Sequence[Problem] = ()
    """What is wrong with redirects; there can be no site with them either."""
    missing_twins: Sequence[Problem] = ()
    """The articles that some language lacks; the settings say whether that is a problem."""

    @property
    def twins_are_needed(self) -> bool:
        return self.settings is not None and self.settings.missing_twin == "error"

    def center(self, today: datetime.date) -> HelpCenter:
        """The help center as it stands on the day `today`. Raises ContentError with everything that is wrong."""
        problems = [*self.problems, *self.redirect_problems, *(self.missing_twins if self.twins_are_needed else ())]
        if problems:
            raise ContentError(problems)
        assert self.settings is not None
        assert self.phrases is not None
        assert self.mark is not None
        assert self.glossary is not None
        assert self.categories is not None
        assert self.announcements is not None
        assert self.channels is not None
        assert self.channels_file is not None
        assert self.details is not None
        assert self.issue_types is not None
        articles = [document for document in self.documents.values() if isinstance(document, Article)]
        editions = {
            language.code: compose(
                language,
                [article for article in articles if article.language == language.code],
                self.categories.values(),
            )
            for language in self.settings.languages
        }
        held = registry.registry(self.channels, today)
        return HelpCenter(
            self.settings,
            self.categories,
            held,
            self.details,
            self.issue_types,
            self.glossary,
            self.phrases,
            self.mark,
            editions,
            self.documents,
            (*self.missing_twins, *held.warnings(self.channels_file)),
            self.redirects,
            tuple(self.announcements.values()),
        )


def read(configuration: Source, extra: Any, theme: Theme, docs: Path, name: str, paths: Iterable[str]) -> Reading:
    """Everything in the folder `docs`, with the documents at `paths` below it.

    `extra` is that key of the `configuration` file as the engine read it; `name` is what problems call the docs
    folder.
    """
    data = extra.get(settings.KEY[-1]) if isinstance(extra, Mapping) else None
    options, problems = settings.read(configuration, data, theme.languages)
    codes = settings.codes(data)
    reader = _Reader(codes, docs, name)
    paths, unnamed = _named(sorted(paths), name)
    problems += unnamed
    manuscripts = reader.manuscripts(paths)
    everything = sorted([*manuscripts, *reader.headless], key=lambda manuscript: manuscript.path)
    if not codes:
        return Reading(configuration, name, (), manuscripts=everything, problems=problems)
    articles = {manuscript.id for manuscript in manuscripts} - {""} if len(manuscripts) == len(paths) else None
    categories, category_ids = reader.registry("categories", Category, partial(consistency.icon_problems, theme=theme))
    details, detail_ids = reader.registry("details", Detail, partial(detail.problems, articles=articles))
    channels, channel_ids = reader.registry("channels", Channel, partial(_channel_problems, details=detail_ids))
    issue_types, issue_type_ids = reader.registry(
        "issue_types", IssueType, partial(issue_type.problems, details=detail_ids)
    )
    texts = reader.phrases()
    groups = reader.glossary()
    sign = reader.mark()
    documents = reader.documents(manuscripts)

    known = Known(
        paths=frozenset(paths),
        categories=category_ids,
        channels=channel_ids,
        issue_types=issue_type_ids,
        articles=articles,
        theme=theme,
    )
    published = {manuscript.id for manuscript in manuscripts if manuscript.published}
    problems += reader.problems + consistency.problems(codes, name, manuscripts, known)
    problems += consistency.settings_problems(data, configuration, known, published)
    pages = consistency.pages(codes, categories or {}, manuscripts)
    check = partial(announcement.problems, pages=pages, articles=published if articles is not None else None)
    announcements = reader.announcements(partial(check, ids={*published, *(categories or {})}))
    problems += [problem for problem in reader.problems if problem not in problems]
    redirects, redirect_problems = reader.redirects(manuscripts, pages)
    return Reading(
        configuration=configuration,
        docs=name,
        codes=codes,
        settings=options,
        categories=categories,
        channels=channels,
        channels_file=reader.source(f"{DATA}/channels.yml") if channels is not None else None,
        details=details,
        issue_types=issue_types,
        glossary=groups,
        phrases=texts,
        mark=sign,
        manuscripts=everything,
        documents=documents,
        problems=problems,
        redirects=redirects,
        redirect_problems=redirect_problems,
        announcements=announcements,
        missing_twins=consistency.missing_twins(codes, manuscripts) if articles is not None else (),
    )


def _named(paths: Iterable[str], docs: str) -> tuple[list[str], list[Problem]]:
    """The paths that are text, and a problem for each other one: systems let a name hold any byte."""
    named, problems = [], []
    for path in paths:
        shown = path.encode("utf-8", "backslashreplace").decode()
        if shown == path:
            named.append(path)
        else:
            problems.append(Problem(f"{docs}/{shown}", 0, "a name that is not UTF-8 text", "Give it another name."))
    return named, problems


def _channel_problems(source: Source, data: Any, details: Ids) -> list[Problem]:
    return [*registry.host_problems(source, data), *way.problems(source, data, details)]


class _Reader:
    """Reads one docs folder and keeps what it found wrong."""

    def __init__(self, codes: tuple[str, ...], docs: Path, name: str) -> None:
        self.codes, self.docs, self.name = codes, docs, name
        self.problems: list[Problem] = []
        self.headless: list[Manuscript] = []
        """Files whose head cannot be read."""

    def source(self, path: str) -> Source | None:
        found = Source.read(self.docs / path, f"{self.name}/{path}")
        if isinstance(found, Problem):
            self.problems.append(found)
            return None
        return found

    def registry(
        self, file: str, entry: type[Entry], check: Check = lambda source, data: ()
    ) -> tuple[dict[str, Entry] | None, Ids]:
        """The entries of a data file by id, None where it is not right; and the ids, None where it cannot be read."""
        source = self.source(f"{DATA}/{file}.yml")
        if source is None:
            return None, None
        data, problems = source.data()
        if problems:
            self.problems += problems
            return None, None
        entries: list[Entry] | None
        entries, problems = source.fit(list[entry], data, self.codes)  # type: ignore[valid-type]
        named = [plain.texts(raw, "id") for raw in data] if isinstance(data, list) else [[]]
        ids: set[str] = set()
        for number, names in enumerate(named):
            for id in ids.intersection(names):
                message = f"the id '{id}' stands twice"
                problems.append(source.problem((number,), message, "Give one of them another id."))
            ids.update(names)
        problems += check(source, data)
        self.problems += problems
        return {value.id: value for value in entries or ()} if not problems else None, ids if all(named) else None

    def phrases(self) -> Phrases | None:
        source = self.source(f"{DATA}/phrases.yml")
        if source is None:
            return None
        texts, problems = phrases.read(source, self.codes)
        self.problems += problems
        return texts

    def glossary(self) -> Glossary | None:
        source = self.source(f"{DATA}/glossary.yml")
        if source is None:
            return None
        groups, problems = glossary.read(source, self.codes)
        self.problems += problems
        return groups

    def mark(self) -> Mark | None:
        there = (self.docs / DATA / mark.FILE).exists()
        source = self.source(f"{DATA}/{mark.FILE}") if there else None
        if there and source is None:
            return None
        found, problems = mark.read(source)
        self.problems += problems
        return found

    def announcements(self, check: Check) -> dict[str, Announcement] | None:
        there = (self.docs / DATA / announcement.FILE).exists()
        return self.registry(announcement.FILE.removesuffix(".yml"), Announcement, check)[0] if there else {}

    def redirects(
        self, manuscripts: Iterable[Manuscript], pages: Mapping[str, str]
    ) -> tuple[dict[str, Redirect], list[Problem]]:
        there = (self.docs / DATA / redirect.FILE).exists()
        source = self.source(f"{DATA}/{redirect.FILE}") if there else None
        return redirect.read(source, manuscripts, pages, self.codes)

    def manuscripts(self, paths: Iterable[str]) -> list[Manuscript]:
        """Those at `paths` that can be read."""
        found = []
        for path in paths:
            source = self.source(path)
            if source is None:
                continue
            language = path.split("/", 1)[0]
            manuscript, problems = article.read(source, path, language if language in self.codes else "")
            self.problems += problems
            if manuscript:
                found.append(manuscript)
            else:
                self.headless.append(article.headless(source, path, language if language in self.codes else ""))
        return found

    def documents(self, manuscripts: Iterable[Manuscript]) -> dict[str, Document]:
        """Those that are right, by path."""
        documents = {}
        for manuscript in manuscripts:
            document, problems = manuscript.document()
            self.problems += problems
            if document:
                documents[manuscript.path] = document
        return documents
