"""Where terms stand, as bits. Most of an index is this, so nothing is written that something before it tells already.

A character, or a word, is written by the articles it stands in. A pair of characters stands only where both do, so it
is written by its place among the articles of the rarer one, its owner; and where the owner stands in an article once,
and a pair has taken that place, no other pair of that side can.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from handrail.assets.bitstream import Bits
from handrail.search.document import QUESTION
from handrail.search.inverted_index import MOST_COUNTED, Head, Index, Postings

MASS_STEP, MASS_LEVELS = 1.2, 32
STALE = 8
"""A list of articles is renewed when so large a part of it, one in STALE, is used up."""


class Writer:
    """Writes the postings of an index. `dropped` are the characters whose places in texts are left out, with the
    number of articles they stand in."""

    def __init__(self, index: Index, dropped: Mapping[str, int]) -> None:
        self.index, self.dropped = index, dropped
        self.articles = len(index.documents)
        levels = (f"{mass_level(mass):05b}" for mass in index.masses)
        self.heads = [(head.place, _kind(head) + level) for head, level in zip(index.heads, levels, strict=True)]
        """The place of each head, and what is written of it after that."""

    def term(self, term: str) -> Bits:
        """The postings of a character or a word."""
        bits = Bits()
        postings = self.index.terms[term]
        body, heads, dropped = postings.body, postings.heads, self.dropped.get(term)
        once = len(body) == 1 and postings.counts[0] == 1 and not heads and dropped is None
        if once:  # as most terms do
            bits.add("1")
            bits.below(body[0], self.articles)
            return bits
        bits.add("01" if heads else "00")
        bits.gamma((len(body) if dropped is None else self.articles + 1) - (not heads))
        if dropped is not None:
            bits.number(dropped * 15 // self.articles, 4)
        elif body:
            bits.ascending(body, self.articles)
            bits.add("".join(map(_COUNTS.__getitem__, postings.counts)))
        if heads:
            self._heads(bits, postings)
        return bits

    def _heads(self, bits: Bits, postings: Postings) -> None:
        articles = list(map(self.index.holders.__getitem__, postings.heads))
        counts = Counter(articles)
        bits.gamma(len(counts) - 1)
        bits.ascending(list(counts), self.articles)
        of, before = -1, -1
        for number, article in zip(postings.heads, articles, strict=True):
            if article != of:
                bits.gamma(counts[article] - 1)
                of, before = article, -1
            place, rest = self.heads[number]
            bits.gamma(place - before - 1)
            bits.add(rest)
            before = place

    def side(self, owner: str) -> Side:
        return Side(self.index.terms[owner], owner in self.dropped, self.articles)


class Side:
    """The pairs of one owner with what follows it, or with what stands before it, in the order they are written."""

    def __init__(self, owner: Postings, dropped: bool, articles: int) -> None:
        self.left = {} if dropped else dict(zip(owner.body, owner.counts, strict=True))
        """How many places of the owner in each article no pair has taken. MOST_COUNTED are no limit."""
        self.used = 0
        self.heads = {head: place for place, head in enumerate(owner.heads)}
        self._list(range(articles) if dropped else owner.body)

    def _list(self, articles: Iterable[int]) -> None:
        self.places = {article: place for place, article in enumerate(articles)}
        """Where each article stands in the list that pairs are written by."""

    def pair(self, bits: Bits, postings: Postings) -> None:
        body, heads = postings.body, postings.heads
        if len(body) == 1 and not heads:
            bits.add("1")
        else:
            bits.add("0")
            if self.heads:
                bits.add("1" if heads else "0")
            bits.gamma(len(body) if heads else len(body) - 2)
            if heads:
                bits.gamma(len(heads) - 1)
                bits.ascending([self.heads[head] for head in heads], len(self.heads))
        bits.ascending(list(map(self.places.__getitem__, body)), len(self.places))
        if not self.left:
            bits.add("".join(map(_COUNTS.__getitem__, postings.counts)))
            return
        for article, count in zip(body, postings.counts, strict=True):
            left = self.left.get(article, MOST_COUNTED)
            if left == MOST_COUNTED:
                bits.add(_COUNTS[count])
                continue
            if left > 1:
                bits.add("1" if count > 1 else "0")
            self.left[article] = left - count
            self.used += left == count
        if self.used * STALE > len(self.places):
            self._list([article for article in self.places if self.left[article]])
            self.used = 0


_COUNTS = ("", "0", "10", "11")


def _kind(head: Head) -> str:
    """The first head of an article is its title."""
    if not head.place:
        return ""
    return "1" if head.kind == QUESTION else "0"


def mass_level(mass: float) -> int:
    """A mass as a step on a ladder that grows by MASS_STEP."""
    return min(MASS_LEVELS - 1, max(0, round(math.log(max(mass, 1)) / math.log(MASS_STEP))))
