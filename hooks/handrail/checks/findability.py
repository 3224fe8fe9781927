"""Findability: whether search leads to an article by the words that it promises to be found by.

Those are its title, its own questions, and the queries that authors wrote down. Search itself is what readers get: it
is handed in as a function, for only a browser's script knows how it ranks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from handrail.checks.search_queries import Queries
from handrail.content.article import Article
from handrail.schema.source import Source
from handrail.schema.validation_errors import Location

Kind = Literal["title", "question", "query"]
WITHIN: dict[Kind, int] = {"title": 1, "question": 3, "query": 3}
"""How far down the article may come."""
Search = Callable[[Mapping[str, Sequence[str]]], Mapping[str, Sequence[Sequence[str]]]]
"""From texts by language to the ids of the articles that each of them finds, best first."""


@dataclass(frozen=True)
class Promise:
    """Some words, and the articles that they must find, any of them."""

    language: str
    kind: Kind
    text: str
    right: tuple[str, ...]
    """The first one is the article that it is about."""
    source: Source
    location: Location
    """Where it stands."""


@dataclass(frozen=True)
class Answer:
    """What search finds for a promise, best first."""

    promise: Promise
    found: tuple[str, ...]

    @property
    def place(self) -> int:
        """That of the right article, from 1; 0 where it is not among those found."""
        return next((place for place, id in enumerate(self.found, 1) if id in self.promise.right), 0)

    @property
    def is_kept(self) -> bool:
        return 0 < self.place <= WITHIN[self.promise.kind]


def promises(editions: Mapping[str, Iterable[Article]], queries: Iterable[Queries]) -> Iterator[Promise]:
    """Everything that the articles of each language, and the files of queries, promise."""
    for code, articles in editions.items():
        articles = list(articles)
        titled: dict[str, list[str]] = defaultdict(list)
        for article in articles:
            titled[article.title].append(article.id)
        for article in articles:
            others = (id for id in titled[article.title] if id != article.id)  # shape/title-twice speaks of them
            yield Promise(code, "title", article.title, (article.id, *others), article.front_matter_source, ("title",))
            for number, text in enumerate(article.front_matter.questions):
                yield Promise(code, "question", text, (article.id,), article.front_matter_source, ("questions", number))
    for file in queries:
        for number, query in enumerate(file.held):
            yield Promise(file.language, "query", query.query, query.right, file.source, (number, "query"))


def ask(promised: Iterable[Promise], search: Search) -> tuple[Answer, ...]:
    """What search answers to each, all asked at once."""
    promised = tuple(promised)
    texts: dict[str, dict[str, int]] = defaultdict(dict)
    for promise in promised:
        texts[promise.language].setdefault(promise.text, len(texts[promise.language]))
    found = search({code: list(places) for code, places in texts.items()}) if promised else {}
    return tuple(
        Answer(promise, tuple(found[promise.language][texts[promise.language][promise.text]])) for promise in promised
    )
