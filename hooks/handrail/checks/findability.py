"""Findability: whether search finds an article by its title, by its questions, and by the queries that authors list.

The search is the one that readers use. It is passed in as a function, as only the browser's script knows how it ranks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from handrail.checks.search_queries import QueryFile
from handrail.content.article import Article
from handrail.content.guide import Guide
from handrail.schema.fields import PLACEHOLDER
from handrail.schema.source import Source
from handrail.schema.validation_errors import Location

Kind = Literal["title", "question", "query", "path"]
TOLERANCE = 2
"""How many ranks below the expected one are no error: a new article moves others a little."""
FIRST_RESULTS = 1 + TOLERANCE
Search = Callable[[Mapping[str, Sequence[str]]], Mapping[str, Sequence[Sequence[str]]]]
"""From queries by language to the ids of the articles that each of them finds, best first."""


@dataclass(frozen=True)
class Expectation:
    """A text, and the articles that satisfy a search for it."""

    language: str
    kind: Kind
    text: str
    articles: tuple[str, ...]
    """Any of them will do; the first is the one that the expectation is about."""
    source: Source
    location: Location
    """Where the text is in `source`."""
    within: int = 1
    """The lowest rank that is expected of the article, from 1."""
    is_held_out: bool = False
    """Whether it is counted only, and no error where it is not met."""
    path: str = ""
    """The answers of a path of a guide, where this is one of the texts for it: one of them has to be met."""


@dataclass(frozen=True)
class Answer:
    """The ids of the articles that search finds for an expectation, best first."""

    expectation: Expectation
    results: tuple[str, ...]

    @property
    def rank(self) -> int:
        """That of the expected article, from 1; 0 where it is not among the results."""
        return next((rank for rank, id in enumerate(self.results, 1) if id in self.expectation.articles), 0)

    @property
    def is_met(self) -> bool:
        return 0 < self.rank <= self.expectation.within + TOLERANCE

    @property
    def has_fallen(self) -> bool:
        """Whether the article is lower than expected, but not so low as to be an error."""
        return self.is_met and self.rank > self.expectation.within


def expectations(
    editions: Mapping[str, Iterable[Article]], query_files: Iterable[QueryFile], guides: Iterable[Guide] = ()
) -> Iterator[Expectation]:
    """Everything that search must find: by the articles of each language, the query files, and the guides.

    Nothing is expected of an article that a language lacks: a rule about translations reports it.
    """
    known: dict[str, set[str]] = {}
    for code, articles in editions.items():
        articles = list(articles)
        known[code] = {article.id for article in articles}
        titled: dict[str, list[str]] = defaultdict(list)
        for article in articles:
            titled[article.title].append(article.id)
        for article in articles:
            source = article.front_matter_source
            others = (id for id in titled[article.title] if id != article.id)  # structure/duplicate-title reports them
            yield Expectation(code, "title", article.title, (article.id, *others), source, ("title",))
            for key in ("questions", "search_phrases"):
                for number, text in enumerate(getattr(article.front_matter, key)):
                    yield Expectation(code, "question", text, (article.id,), source, (key, number))
    for file in query_files:
        for number, query in enumerate(file.queries):
            place = (file.source, (number, "query"))
            within = query.within
            if query.article in known.get(file.language, ()):
                yield Expectation(file.language, "query", query.query, query.articles, *place, within, file.is_held_out)
    for guide in guides:
        for code in editions:
            for expected in _of_guide(guide, code):
                if PLACEHOLDER not in expected.text and {guide.document_id, *known[code]}.issuperset(expected.articles):
                    yield expected


def _of_guide(guide: Guide, code: str) -> Iterator[Expectation]:
    """That its own words find a guide; and those of each path, or else of its last question, the article at the end."""
    source, id = guide.source, guide.document_id
    yield Expectation(code, "title", guide.title[code], (id,), source, ("title", code))
    for number, text in enumerate(guide.content.asked[code]):
        yield Expectation(code, "question", text, (id,), source, ("asked", code, number))
    for path in guide.paths:
        *_, last = path
        way = " ".join(f"{step.question.id}.{step.number}" for step in path)
        answers = [step.answer.text[code] for step in path if step.answer]
        for words in (answers, [last.question.text[code], *(answers[-1:] if last.answer else [])]):
            if last.lead.article and words:
                place = (source, (*last.location, "article"))
                yield Expectation(code, "path", " ".join(words), (last.lead.article,), *place, FIRST_RESULTS, path=way)


def ask(expected: Iterable[Expectation], search: Search) -> tuple[Answer, ...]:
    """What search finds for each expectation, in one call."""
    expected = tuple(expected)
    texts: dict[str, dict[str, int]] = defaultdict(dict)
    for expectation in expected:
        texts[expectation.language].setdefault(expectation.text, len(texts[expectation.language]))
    results = search({code: list(places) for code, places in texts.items()}) if expected else {}
    return tuple(
        Answer(expectation, tuple(results[expectation.language][texts[expectation.language][expectation.text]]))
        for expectation in expected
    )


def by_path(answers: Iterable[Answer]) -> dict[tuple[str, str, str], list[Answer]]:
    """What search finds for the texts of each path of a guide, by language, file and answers."""
    paths: dict[tuple[str, str, str], list[Answer]] = defaultdict(list)
    for answer in answers:
        expected = answer.expectation
        if expected.kind == "path":
            paths[expected.language, expected.source.path, expected.path].append(answer)
    return paths


def figures(answers: Sequence[Answer]) -> Iterator[str]:
    """How many queries of each language find their article, those that nothing was tuned for apart, as lines; and how
    many paths of guides do."""
    ranks: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for answer in answers:
        if answer.expectation.kind == "query":
            ranks[answer.expectation.language, answer.expectation.is_held_out].append(answer.rank)
    for (language, is_held_out), places in ranks.items():
        first, among = (sum(0 < place <= most for place in places) / len(places) for most in (1, FIRST_RESULTS))
        name = "held-out queries" if is_held_out else "queries"
        yield f"{len(places)} {name} in '{language}': {first:.1%} find their article first, {among:.1%} among three"
    are_met: dict[str, list[bool]] = defaultdict(list)
    for (language, *_), texts in by_path(answers).items():
        are_met[language].append(any(answer.is_met for answer in texts))
    for language, met in are_met.items():
        yield f"{len(met)} paths of guides in '{language}': {sum(met)} find the article at their end among five"
