"""Postings as bits. Most of an index is this, so nothing is written that is known from what precedes it.

A character, or a word, is written by the articles it stands in. A pair of characters stands only where both do, so it
is written by positions among the articles of the rarer one, its owner; and where the owner stands in an article once,
and a pair has taken that occurrence, no other pair of that side can.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from handrail.assets.bitstream import Bits
from handrail.search.document import HEADING, LINK, QUESTION
from handrail.search.inverted_index import MAX_COUNT, InvertedIndex, Postings, ShortField

NORM_STEP, NORM_LEVELS = 1.2, 32
RENEW_SHARE = 8
"""A list of articles is renewed when one in RENEW_SHARE of it is exhausted."""


class PostingsWriter:
    """Writes the postings of an index. `pruned` are the characters whose articles are left out, with their number."""

    def __init__(self, index: InvertedIndex, pruned: Mapping[str, int]) -> None:
        self.index, self.pruned = index, pruned
        self.articles = len(index.documents)
        levels = (f"{norm_level(norm):05b}" for norm in index.norms)
        self.short_fields = [
            (short_field.position, _kind_bits(short_field) + level)
            for short_field, level in zip(index.short_fields, levels, strict=True)
        ]
        """The position of each short field, and the bits that follow it."""

    def term(self, term: str) -> Bits:
        """The postings of a character or a word."""
        bits = Bits()
        postings = self.index.terms[term]
        articles, short_fields, pruned = postings.articles, postings.short_fields, self.pruned.get(term)
        stands_once = len(articles) == 1 and postings.counts[0] == 1 and not short_fields and pruned is None
        if stands_once:  # as most terms do
            bits.add("1")
            bits.below(articles[0], self.articles)
            return bits
        bits.add("01" if short_fields else "00")
        bits.gamma((len(articles) if pruned is None else self.articles + 1) - (not short_fields))
        if pruned is not None:
            bits.number(pruned * 15 // self.articles, 4)
        elif articles:
            bits.ascending(articles, self.articles)
            bits.add("".join(map(_COUNT_BITS.__getitem__, postings.counts)))
        if short_fields:
            self._add_short_fields(bits, postings)
        return bits

    def _add_short_fields(self, bits: Bits, postings: Postings) -> None:
        articles = list(map(self.index.field_articles.__getitem__, postings.short_fields))
        counts = Counter(articles)
        bits.gamma(len(counts) - 1)
        bits.ascending(list(counts), self.articles)
        previous_article, previous_position = -1, -1
        for number, article in zip(postings.short_fields, articles, strict=True):
            if article != previous_article:
                bits.gamma(counts[article] - 1)
                previous_article, previous_position = article, -1
            position, kind_and_level = self.short_fields[number]
            bits.gamma(position - previous_position - 1)
            bits.add(kind_and_level)
            previous_position = position

    def pairs(self, owner: str) -> PairWriter:
        return PairWriter(self.index.terms[owner], owner in self.pruned, self.articles)


class PairWriter:
    """Writes the pairs of one owner with what follows it, or with what precedes it, in ascending order."""

    def __init__(self, owner: Postings, is_pruned: bool, articles: int) -> None:
        self.remaining = {} if is_pruned else dict(zip(owner.articles, owner.counts, strict=True))
        """How many occurrences of the owner in each article no pair has taken. MAX_COUNT is no limit."""
        self.exhausted = 0
        self.field_positions = {field: position for position, field in enumerate(owner.short_fields)}
        self._renew(range(articles) if is_pruned else owner.articles)

    def _renew(self, articles: Iterable[int]) -> None:
        self.positions = {article: position for position, article in enumerate(articles)}
        """The position of each article in the list that pairs are written by."""

    def add(self, bits: Bits, postings: Postings) -> None:
        articles, short_fields = postings.articles, postings.short_fields
        if len(articles) == 1 and not short_fields:
            bits.add("1")
            bits.below(self.positions[articles[0]], len(self.positions))
        else:
            bits.add("0")
            if self.field_positions:
                bits.add("1" if short_fields else "0")
            bits.gamma(len(articles) if short_fields else len(articles) - 2)
            if short_fields:
                bits.gamma(len(short_fields) - 1)
                bits.ascending([self.field_positions[field] for field in short_fields], len(self.field_positions))
            bits.ascending(list(map(self.positions.__getitem__, articles)), len(self.positions))
        if not self.remaining:
            bits.add("".join(map(_COUNT_BITS.__getitem__, postings.counts)))
            return
        for article, count in zip(articles, postings.counts, strict=True):
            remaining = self.remaining.get(article, MAX_COUNT)
            if remaining == MAX_COUNT:
                bits.add(_COUNT_BITS[count])
                continue
            if remaining > 1:
                bits.add("1" if count > 1 else "0")
            self.remaining[article] = remaining - count
            self.exhausted += remaining == count
        if self.exhausted * RENEW_SHARE > len(self.positions):
            self._renew([article for article in self.positions if self.remaining[article]])
            self.exhausted = 0


_COUNT_BITS = ("", "0", "10", "11")


def _kind_bits(short_field: ShortField) -> str:
    """None for the first short field of an article, which is its title."""
    return _KIND_BITS[short_field.kind] if short_field.position else ""


_KIND_BITS = {QUESTION: "1", HEADING: "01", LINK: "00"}


def norm_level(norm: float) -> int:
    """A norm as a step on a ladder whose steps grow by NORM_STEP."""
    return min(NORM_LEVELS - 1, max(0, round(math.log(max(norm, 1)) / math.log(NORM_STEP))))
