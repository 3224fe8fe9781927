"""The inverted index of one language: for each term, the articles that hold it and the heads that name it.

It is what lunr's Builder makes of the same terms, and a test holds the two against each other. It is made here because
that one copies the (empty) metadata of every single token: three quarters of the time of a build, measured.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, repeat
from operator import attrgetter

from handrail.search import analyzer, character_table, pinyin
from handrail.search.document import HEADING, Document

INITIALS = "-"
"""Begins the terms that are first letters of sounds. No word holds it."""
MOST_COUNTED = 3
"""A term that stands in a text more often than this counts as often as this."""
MOST_HEADS = 255


@dataclass(slots=True)
class Postings:
    """Where a term stands. `body` and `counts` run alike: article number, and how often, up to MOST_COUNTED."""

    body: list[int] = field(default_factory=list)
    counts: bytearray = field(default_factory=bytearray)
    heads: list[int] = field(default_factory=list)
    """Numbers of heads, counted over all articles."""


@dataclass(frozen=True)
class Head:
    article: int
    place: int
    """Among the heads of its article, from 0."""
    kind: int
    text: str


@dataclass(frozen=True)
class Index:
    documents: Sequence[Document]
    terms: dict[str, Postings]
    lengths: list[int]
    """How many terms the body of each article has."""
    heads: list[Head]
    masses: list[float]
    """What it is worth to match the whole of each head."""
    readings: frozenset[tuple[str, str]]
    """The characters of all heads, each as it is read there."""

    def frequency(self, term: str) -> int:
        """In how many articles a term stands, anywhere."""
        return _frequency(self.terms[term], self.holders)

    @cached_property
    def holders(self) -> list[int]:
        """The article of each head."""
        return _holders(self.heads)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that a term is made of."""
        return frozenset("".join(self.terms))


def build(documents: Sequence[Document]) -> Index:
    heads = [
        Head(number, place, kind, text)
        for number, document in enumerate(documents)
        for place, (kind, text) in enumerate(islice(document.heads, MOST_HEADS))
    ]
    terms: dict[str, Postings] = defaultdict(Postings)
    head_terms = [analyzer.terms(head.text) for head in heads]
    lengths = []
    for number, document in enumerate(documents):
        counts = Counter(analyzer.terms(document.text))
        lengths.append(counts.total())
        held = list(map(terms.__getitem__, counts))
        _each(list.append, map(_BODY, held), repeat(number))
        _each(bytearray.append, map(_COUNTS, held), map(_FEW.get, counts.values(), repeat(MOST_COUNTED)))
    for number, found in enumerate(head_terms):
        for term in dict.fromkeys(found):
            terms[term].heads.append(number)
    masses = _masses(terms, heads, head_terms, len(documents))
    readings: set[tuple[str, str]] = set()
    for number, head in enumerate(heads):
        runs = pinyin.runs(head.text.translate(character_table.FOLDS))
        readings.update(*runs)
        if head.kind != HEADING:
            for letters in pinyin.initials(runs):
                terms[INITIALS + letters].heads.append(number)
    return Index(documents, dict(terms), lengths, heads, masses, frozenset(readings))


_BODY, _COUNTS = attrgetter("body"), attrgetter("counts")
_FEW = {count: count for count in range(MOST_COUNTED)}


def _each(call: Callable[..., object], *arguments: Iterable[object]) -> None:
    """Calls for each of the arguments. Most of an index passes here, and a loop takes three times as long."""
    deque(map(call, *arguments), maxlen=0)


def _holders(heads: Iterable[Head]) -> list[int]:
    return [head.article for head in heads]


def _frequency(postings: Postings, holders: Sequence[int]) -> int:
    if not postings.heads:
        return len(postings.body)
    return len({*postings.body, *map(holders.__getitem__, postings.heads)})


def idf(frequency: int, articles: int) -> float:
    """lunr's weight of a term that stands in so many of the articles."""
    return math.log(1 + (articles - frequency + 0.5) / (frequency + 0.5))


def idf_in_heads(named: int, frequency: int, articles: int) -> float:
    """The weight in heads of a term that heads of `named` articles hold, and `frequency` articles anywhere.

    A word that is in most texts may be in few titles, and tells what those are about: more so the smaller the site.
    """
    alone = max(0.3, min(1.0, 40 / articles))
    return alone * idf(named, articles) + (1 - alone) * idf(frequency, articles)


def weight_in_head(term: str) -> float:
    """What a term counts for in a head, before its idf. assets/search/ranking.js has the same numbers."""
    if character_table.class_of(term[0]) != character_table.DENSE:
        return 2.0
    return 1.5 if len(term) == 1 else 1.0


def _masses(
    terms: dict[str, Postings], heads: Sequence[Head], head_terms: Sequence[list[str]], articles: int
) -> list[float]:
    holders = _holders(heads)
    weights: dict[str, float] = {}
    for term, postings in terms.items():
        if postings.heads:
            named = len(set(map(holders.__getitem__, postings.heads)))
            weights[term] = weight_in_head(term) * idf_in_heads(named, _frequency(postings, holders), articles)
    return [sum(map(weights.__getitem__, set(found))) for found in head_terms]
