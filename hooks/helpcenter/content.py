"""From the files of the docs folder to a help center, or to everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from . import article, consistency, phrases, settings
from .article import Article, Document
from .category import Category
from .center import HelpCenter
from .channel import Channel
from .consistency import Known
from .edition import compose
from .issue_type import IssueType
from .problem import ContentError, Problem
from .source import Source

DATA = "data"
"""The folder, below the docs folder, of what is not a page. It is not published."""

Entry = TypeVar("Entry", Category, Channel, IssueType)


def read(
    configuration: Source, extra: Any, theme_languages: frozenset[str], docs: Path, name: str, paths: Iterable[str]
) -> HelpCenter:
    """The help center of the folder `docs`, with the documents at `paths` below it.

    `extra` is that key of the `configuration` file as the engine read it; `theme_languages` are those the theme has
    words in; `name` is what problems call the docs folder. Raises ContentError with everything that is wrong.
    """
    data = extra.get(settings.KEY[-1])
    options, problems = settings.read(configuration, data, theme_languages)
    codes = settings.codes(data)
    if not codes:
        raise ContentError(problems)
    reader = _Reader(codes, docs, name)
    paths = sorted(paths)
    categories = reader.registry("categories", Category)
    channels = reader.registry("channels", Channel)
    issue_types = reader.registry("issue_types", IssueType)
    texts = reader.phrases()
    documents = reader.documents(paths)
    articles = [document for document in documents.values() if isinstance(document, Article)]

    known = Known(
        paths=frozenset(paths),
        categories=categories,
        channels=channels,
        issue_types=issue_types,
        articles={article.id for article in articles} if len(documents) == len(paths) else None,
    )
    problems += reader.problems + consistency.problems(codes, name, articles, known)
    if options:
        problems += consistency.settings_problems(options, configuration, known)
    warnings = consistency.missing_twins(codes, articles) if known.articles else []
    if options and options.missing_twin == "error":
        problems, warnings = problems + warnings, []
    if problems or options is None or texts is None or categories is None or channels is None or issue_types is None:
        raise ContentError(problems)
    editions = {
        language.code: compose(
            language,
            [article for article in articles if article.language == language.code],
            categories.values(),
        )
        for language in options.languages
    }
    return HelpCenter(options, categories, channels, issue_types, texts, editions, documents, tuple(warnings))


class _Reader:
    """Reads one docs folder and keeps what it found wrong."""

    def __init__(self, codes: tuple[str, ...], docs: Path, name: str) -> None:
        self.codes, self.docs, self.name = codes, docs, name
        self.problems: list[Problem] = []

    def source(self, path: str) -> Source | None:
        found = Source.read(self.docs / path, f"{self.name}/{path}")
        if isinstance(found, Problem):
            self.problems.append(found)
            return None
        return found

    def registry(self, file: str, entry: type[Entry]) -> dict[str, Entry] | None:
        """The entries of a data file by id, or None where the file is not right."""
        source = self.source(f"{DATA}/{file}.yml")
        if source is None:
            return None
        entries, problems = source.load(list[entry], self.codes)  # type: ignore[valid-type]
        by_id: dict[str, Entry] = {}
        for number, value in enumerate(entries or ()):
            if value.id in by_id:
                message = f"the id '{value.id}' stands twice"
                problems.append(source.problem((number,), message, "Give one of them another id."))
            by_id[value.id] = value
        self.problems += problems
        return by_id if not problems else None

    def phrases(self) -> phrases.Phrases | None:
        source = self.source(f"{DATA}/phrases.yml")
        if source is None:
            return None
        texts, problems = phrases.read(source, self.codes)
        self.problems += problems
        return texts

    def documents(self, paths: Iterable[str]) -> dict[str, Document]:
        documents = {}
        for path in sorted(paths):
            source = self.source(path)
            if source is None:
                continue
            language = path.split("/", 1)[0]
            document, problems = article.read(source, path, language if language in self.codes else "")
            self.problems += problems
            if document:
                documents[path] = document
        return documents
