"""Queries: what people would type, and the article that must answer it. A test of search that an author can write.

They stand in `tests/queries/<language>.yml` beside the configuration, or in `queries/<language>.yml` of the data.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from handrail.schema.fields import Id, Text, Value
from handrail.schema.problem import Problem, one_of
from handrail.schema.raw import texts
from handrail.schema.source import Source

FOLDER = "queries"
BESIDE = f"tests/{FOLDER}"


class Query(Value):
    query: Text
    article: Id
    also: list[Id] = []
    """Articles that answer it as well."""
    kind: Text | None = None
    """How it is typed: as a word, with a mistake, in pinyin. For those who read the file."""

    @property
    def right(self) -> tuple[str, ...]:
        return (self.article, *self.also)


@dataclass(frozen=True)
class Queries:
    """The queries of one file, in one language; none where something is wrong with it."""

    language: str
    source: Source
    held: tuple[Query, ...] = ()
    problems: tuple[Problem, ...] = ()


def sources(root: Path, docs: Path, name: str, data: str, codes: Iterable[str]) -> list[tuple[str, Source | Problem]]:
    """The files of queries there are, by language. `root` is the folder of the configuration, `name` that of `docs`."""
    folders = ((root / BESIDE, BESIDE), (docs / data / FOLDER, f"{name}/{data}/{FOLDER}"))
    places = ((code, folder / f"{code}.yml", f"{path}/{code}.yml") for code in codes for folder, path in folders)
    return [(code, Source.read(file, path)) for code, file, path in places if file.is_file()]


def queries(language: str, source: Source | Problem, articles: Collection[str]) -> Queries:
    """The queries in a file. `articles` are those that readers can be led to."""
    if isinstance(source, Problem):
        return Queries(language, Source(source.path, ""), (), (source,))
    data, problems = source.data()
    if problems:
        return Queries(language, source, (), tuple(problems))
    held, problems = source.fit(list[Query], [] if data is None else data)
    problems += _wrong(source, data if isinstance(data, list) else [], articles)
    return Queries(language, source, tuple(held or ()) if not problems else (), tuple(problems))


def _wrong(source: Source, data: list[object], articles: Collection[str]) -> Iterator[Problem]:
    """Articles that do not exist, and queries that stand twice. `data` is what the file holds, right or wrong."""
    seen: set[str] = set()
    for number, entry in enumerate(data):
        for key in ("article", "also"):
            for id in texts(entry, key):
                if id not in articles:
                    fix = one_of(id, articles)
                    yield source.problem((number, key), f"there is no published article '{id}'", fix)
        for text in texts(entry, "query"):
            if text in seen:
                yield source.problem((number, "query"), f"the query '{text}' stands twice", "Delete one of them.")
            seen.add(text)
