"""Query files: what people would type, and the article that must answer it. Tests of search that authors write.

They are `tests/queries/<language>.yml` next to the configuration, or `queries/<language>.yml` in the data folder. Those
of a file `held_out_<language>.yml` are only counted: a figure that nothing was tuned for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from handrail.schema.fields import Id, Text, Value
from handrail.schema.problem import Problem, one_of
from handrail.schema.raw import texts
from handrail.schema.source import Source
from handrail.schema.validation_errors import Location

FOLDER = "queries"
OWN_FOLDER = f"tests/{FOLDER}"
HELD_OUT = "held_out_"
MAX_WITHIN = 5


class Query(Value):
    query: Text
    """What is typed."""
    article: Id
    """The id of the article that answers it."""
    also: list[Id] = []
    """Other articles that answer it."""
    within: Annotated[int, Field(ge=1, le=MAX_WITHIN)] = 1
    """The lowest rank of the article that is no cause for a warning."""
    kind: Text | None = None
    """How it is typed: as a word, with a typo, in pinyin. For people who read the file."""

    @property
    def articles(self) -> tuple[str, ...]:
        return (self.article, *self.also)


@dataclass(frozen=True)
class QueryFile:
    """The queries of one language; none where the file is invalid."""

    language: str
    source: Source
    queries: tuple[Query, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def is_held_out(self) -> bool:
        return Path(self.source.path).name.startswith(HELD_OUT)


def sources(root: Path, docs: Path, name: str, data: str, codes: Iterable[str]) -> list[tuple[str, Source | Problem]]:
    """The query files, each with its language. `root` is the folder of the configuration, `name` is that of `docs`."""
    folders = ((root / OWN_FOLDER, OWN_FOLDER), (docs / data / FOLDER, f"{name}/{data}/{FOLDER}"))
    names = ((code, f"{prefix}{code}.yml") for code in codes for prefix in ("", HELD_OUT))
    places = ((code, folder / name, f"{path}/{name}") for code, name in names for folder, path in folders)
    return [(code, Source.read(file, path)) for code, file, path in places if file.is_file()]


def read(language: str, source: Source | Problem, articles: Collection[str]) -> QueryFile:
    """The queries in a file. `articles` are the ids of the published ones."""
    if isinstance(source, Problem):
        return QueryFile(language, Source(source.path, ""), (), (source,))
    data, problems = source.data()
    if problems:
        return QueryFile(language, source, (), tuple(problems))
    queries, problems = source.fit(list[Query], [] if data is None else data)
    problems += _content_problems(source, data if isinstance(data, list) else [], articles)
    return QueryFile(language, source, tuple(queries or ()) if not problems else (), tuple(problems))


def _content_problems(source: Source, data: list[object], articles: Collection[str]) -> Iterator[Problem]:
    """Articles that do not exist, each once, and duplicate queries. `data` is the content of the file, valid or not."""
    seen: set[str] = set()
    missing: dict[str, list[Location]] = defaultdict(list)
    for number, entry in enumerate(data):
        for key in ("article", "also"):
            for id in set(texts(entry, key)).difference(articles):
                missing[id].append((number, key))
        for text in texts(entry, "query"):
            if text in seen:
                yield source.problem((number, "query"), f"duplicate query '{text}'", "Delete one of them.")
            seen.add(text)
    for id, places in missing.items():
        times = f", which {len(places)} queries name" if len(places) > 1 else ""
        yield source.problem(places[0], f"there is no published article '{id}'{times}", one_of(id, articles))
