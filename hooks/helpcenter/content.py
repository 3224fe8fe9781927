"""From the files of the docs folder to a help center, or to everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from . import article, consistency, glossary, phrases, plain, settings
from .article import Article, Document, Manuscript
from .category import Category
from .center import HelpCenter
from .channel import Channel
from .consistency import Ids, Known
from .edition import compose
from .issue_type import IssueType
from .problem import ContentError, Problem
from .source import Source
from .theme import Theme

DATA = "data"
"""The folder, below the docs folder, of what is not a page. It is not published."""

Entry = TypeVar("Entry", Category, Channel, IssueType)


def read(configuration: Source, extra: Any, theme: Theme, docs: Path, name: str, paths: Iterable[str]) -> HelpCenter:
    """The help center of the folder `docs`, with the documents at `paths` below it.

    `extra` is that key of the `configuration` file as the engine read it; `name` is what problems call the docs
    folder. Raises ContentError with everything that is wrong.
    """
    data = extra.get(settings.KEY[-1])
    options, problems = settings.read(configuration, data, theme.languages)
    codes = settings.codes(data)
    if not codes:
        raise ContentError(problems)
    reader = _Reader(codes, docs, name, theme)
    categories, category_ids = reader.registry("categories", Category)
    channels, channel_ids = reader.registry("channels", Channel)
    issue_types, issue_type_ids = reader.registry("issue_types", IssueType)
    texts = reader.phrases()
    groups = reader.glossary()
    paths = sorted(paths)
    manuscripts = reader.manuscripts(paths)
    documents = reader.documents(manuscripts)

    known = Known(
        paths=frozenset(paths),
        categories=category_ids,
        channels=channel_ids,
        issue_types=issue_type_ids,
        articles={manuscript.id for manuscript in manuscripts} - {""} if len(manuscripts) == len(paths) else None,
        theme=theme,
    )
    published = {manuscript.id for manuscript in manuscripts if manuscript.published}
    problems += reader.problems + consistency.problems(codes, name, manuscripts, known)
    problems += consistency.settings_problems(data, configuration, known.articles, published)
    warnings = consistency.missing_twins(codes, manuscripts) if known.articles is not None else []
    if options and options.missing_twin == "error":
        problems, warnings = problems + warnings, []
    if problems:
        raise ContentError(problems)
    # Where something is None, a problem says why.
    assert options is not None
    assert texts is not None
    assert groups is not None
    assert categories is not None
    assert channels is not None
    assert issue_types is not None
    articles = [document for document in documents.values() if isinstance(document, Article)]
    editions = {
        language.code: compose(
            language,
            [article for article in articles if article.language == language.code],
            categories.values(),
        )
        for language in options.languages
    }
    return HelpCenter(options, categories, channels, issue_types, groups, texts, editions, documents, tuple(warnings))


class _Reader:
    """Reads one docs folder and keeps what it found wrong."""

    def __init__(self, codes: tuple[str, ...], docs: Path, name: str, theme: Theme) -> None:
        self.codes, self.docs, self.name, self.theme = codes, docs, name, theme
        self.problems: list[Problem] = []

    def source(self, path: str) -> Source | None:
        found = Source.read(self.docs / path, f"{self.name}/{path}")
        if isinstance(found, Problem):
            self.problems.append(found)
            return None
        return found

    def registry(self, file: str, entry: type[Entry]) -> tuple[dict[str, Entry] | None, Ids]:
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
        if entry is Category:
            problems += consistency.icon_problems(source, data, self.theme)
        self.problems += problems
        return {value.id: value for value in entries or ()} if not problems else None, ids if all(named) else None

    def phrases(self) -> phrases.Phrases | None:
        source = self.source(f"{DATA}/phrases.yml")
        if source is None:
            return None
        texts, problems = phrases.read(source, self.codes)
        self.problems += problems
        return texts

    def glossary(self) -> glossary.Glossary | None:
        source = self.source(f"{DATA}/glossary.yml")
        if source is None:
            return None
        groups, problems = glossary.read(source)
        self.problems += problems
        return groups

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
