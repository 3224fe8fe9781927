"""The inverted index of one language: for each term, the articles whose text holds it, and the short fields that do.

It is what lunr's Builder makes of the same terms, and a test holds the two against each other. It is made here because
that one copies the (empty) metadata of every single token: three quarters of the time of a build, measured.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice, repeat
from operator import attrgetter

from handrail.cache.in_process import kept
from handrail.search import analyzer, character_table, pinyin
from handrail.search.document import QUESTION, TITLE, Document
from handrail.search.ranking import WEIGHTS

INITIALS = "-"
"""Prefix of the terms that are initials of pinyin. No word holds it."""
MAX_COUNT = 3
"""A term that stands in a text more often than this counts as often as this."""
MAX_SHORT_FIELDS = 255
"""Of one article."""
_SHORT: dict[str, float] = WEIGHTS["short"]


@dataclass(slots=True)
class Postings:
    """Where a term stands. `articles` and `counts` run alike: article number, and how often, up to MAX_COUNT."""

    articles: list[int] = field(default_factory=list)
    counts: bytearray = field(default_factory=bytearray)
    short_fields: list[int] = field(default_factory=list)
    """Numbers of short fields, counted over all articles."""


@dataclass(frozen=True)
class ShortField:
    article: int
    position: int
    """Among the short fields of its article, from 0."""
    kind: int
    text: str


@dataclass(frozen=True)
class InvertedIndex:
    documents: Sequence[Document]
    terms: dict[str, Postings]
    lengths: list[int]
    """How many terms the text of each article has."""
    short_fields: list[ShortField]
    norms: list[float]
    """The weight of all terms of each short field."""
    syllables: frozenset[tuple[str, str]]
    """The characters of all short fields, each with its pronunciation there."""

    def frequency(self, term: str) -> int:
        """In how many articles a term stands, anywhere."""
        return _frequency(self.terms[term], self.field_articles)

    @cached_property
    def field_articles(self) -> list[int]:
        """The article of each short field."""
        return _articles_of(self.short_fields)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that a term is made of."""
        return frozenset("".join(self.terms))


def build(documents: Sequence[Document]) -> InvertedIndex:
    """The index, without initials: a browser that has all of it needs none."""
    short_fields = [
        ShortField(number, position, kind, text)
        for number, document in enumerate(documents)
        for position, (kind, text) in enumerate(islice(document.short_fields, MAX_SHORT_FIELDS))
    ]
    terms: dict[str, Postings] = defaultdict(Postings)
    field_terms = [_terms(short_field.text) for short_field in short_fields]
    lengths = []
    for number, document in enumerate(documents):
        counts = _counts(document.text)
        lengths.append(counts.total())
        postings = list(map(terms.__getitem__, counts))
        _call_each(list.append, map(_ARTICLES, postings), repeat(number))
        _call_each(bytearray.append, map(_COUNTS, postings), map(_CAPPED.get, counts.values(), repeat(MAX_COUNT)))
    for number, found in enumerate(field_terms):
        for term in dict.fromkeys(found):
            terms[term].short_fields.append(number)
    norms = _norms(terms, short_fields, field_terms, len(documents))
    syllables = frozenset(pair for short_field in short_fields for run in _runs(short_field) for pair in run)
    return InvertedIndex(documents, dict(terms), lengths, short_fields, norms, syllables)


def with_initials(index: InvertedIndex) -> InvertedIndex:
    """The index with terms for the pinyin initials of titles and questions."""
    initials: dict[str, Postings] = defaultdict(Postings)
    for number, short_field in enumerate(index.short_fields):
        if short_field.kind in (TITLE, QUESTION):
            for letters in pinyin.initials(_runs(short_field)):
                initials[INITIALS + letters].short_fields.append(number)
    return replace(index, terms=index.terms | initials)


def _runs(short_field: ShortField) -> list[pinyin.Run]:
    return pinyin.runs(short_field.text.translate(character_table.FOLDS))


_terms = kept(analyzer.terms)


@kept
def _counts(text: str) -> Counter[str]:
    return Counter(analyzer.terms(text))


_ARTICLES, _COUNTS = attrgetter("articles"), attrgetter("counts")
_CAPPED = {count: count for count in range(MAX_COUNT)}


def _call_each(call: Callable[..., object], *arguments: Iterable[object]) -> None:
    """Call for each of the arguments. Most of an index passes here, and a loop takes three times as long."""
    deque(map(call, *arguments), maxlen=0)


def _articles_of(short_fields: Iterable[ShortField]) -> list[int]:
    return [short_field.article for short_field in short_fields]


def _frequency(postings: Postings, field_articles: Sequence[int]) -> int:
    if not postings.short_fields:
        return len(postings.articles)
    return len({*postings.articles, *map(field_articles.__getitem__, postings.short_fields)})


def idf(frequency: int, articles: int) -> float:
    """lunr's weight of a term that stands in so many of the articles."""
    return math.log(1 + (articles - frequency + 0.5) / (frequency + 0.5))


def idf_in_short_fields(short_frequency: int, frequency: int, articles: int) -> float:
    """The weight in short fields of a term that those of `short_frequency` articles hold, and `frequency` anywhere.

    A word that is in most texts may be in few titles, and tells what those are about: more so the smaller the site.
    """
    own_share = max(_SHORT["own_idf"], min(1.0, _SHORT["own_idf_articles"] / articles))
    return own_share * idf(short_frequency, articles) + (1 - own_share) * idf(frequency, articles)


def weight_in_norm(term: str) -> float:
    """The weight of a term in the norm of a short field, before its idf."""
    if character_table.class_of(term[0]) != character_table.UNSPACED:
        return _SHORT["word_in_norm"]
    return _SHORT["character"] if len(term) == 1 else 1.0


def _norms(
    terms: dict[str, Postings], short_fields: Sequence[ShortField], field_terms: Sequence[list[str]], articles: int
) -> list[float]:
    field_articles = _articles_of(short_fields)
    weights: dict[str, float] = {}
    for term, postings in terms.items():
        if postings.short_fields:
            short_frequency = len(set(map(field_articles.__getitem__, postings.short_fields)))
            term_idf = idf_in_short_fields(short_frequency, _frequency(postings, field_articles), articles)
            weights[term] = weight_in_norm(term) * term_idf
    return [sum(map(weights.__getitem__, set(found))) for found in field_terms]
