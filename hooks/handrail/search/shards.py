"""Shards: the postings of neighbouring terms, packed into pieces that a browser can fetch one by one.

Terms of one or two characters that have a sound are kept as numbers: a pair stands with the rarer of its characters,
its owner. Characters that sound alike are neighbours, so a homophone costs no further piece. All other terms are words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from handrail.assets.bitstream import Bits, common_start
from handrail.search.inverted_index import Index
from handrail.search.postings import Writer
from handrail.search.pronunciation import Sounds

SIZE = 5120
"""Bytes that a shard should have, about."""
BEFORE = 0x8000
"""Added to the rank of a character that stands before the owner, not after it."""

Key = tuple[int, int]
"""The place of an owner, and of what: 0 for itself, else one more than the rank of the other, or BEFORE more."""


@dataclass(frozen=True)
class Shard:
    first: Key | str
    """The first term in it; for words, so much of it as tells it from the last term before."""
    data: bytes


@dataclass
class Owned:
    """One character with the pairs it owns, by the ranks of the others, ascending."""

    character: str
    after: list[tuple[int, str]] = field(default_factory=list)
    before: list[tuple[int, str]] = field(default_factory=list)

    @property
    def keys(self) -> list[tuple[int, str]]:
        return self.after + [(rank + BEFORE, pair) for rank, pair in self.before]


def shards(index: Index, heard: Sounds, dropped: Mapping[str, int]) -> tuple[list[Shard], list[Shard]]:
    """The shards of sounding terms and those of words.

    `dropped` are the terms whose place in texts is left out, with the number of articles they stand in.
    """
    places, ranks = heard.places, heard.ranks
    owned: dict[str, Owned] = {}
    words: list[str] = []
    for term in index.terms:
        if len(term) == 1 and term in places:
            owned.setdefault(term, Owned(term))
        elif len(term) == 2 and term[0] in places and term[1] in places:
            one, two = ranks[term[0]], ranks[term[1]]
            if one >= two:
                owned.setdefault(term[0], Owned(term[0])).after.append((two, term))
            else:
                owned.setdefault(term[1], Owned(term[1])).before.append((one, term))
        else:
            words.append(term)
    words.sort(key=lambda word: word.encode("utf-16-be"))  # the order of JavaScript's strings
    for own in owned.values():
        own.after.sort()
        own.before.sort()
    writer = _Writer(index, dropped, ranks)
    ordered = sorted(owned.values(), key=lambda own: places[own.character])
    return list(_sounding(ordered, places, writer)), list(_words(words, writer))


def _sounding(owned: Iterable[Owned], places: Mapping[str, int], writer: _Writer) -> Iterator[Shard]:
    """Shards end where a character does, unless that would make them far too large."""
    first, size = (0, 0), 0
    parts: list[tuple[int, Bits]] = []
    for own in owned:
        place = places[own.character]
        for second, piece in writer.pieces(own):
            if parts and (second or size + len(piece) > SIZE * 8):
                yield _joined(first, parts)
                parts, size = [], 0
            if not parts:
                first = (place, second)
            parts.append((place, piece))
            size += len(piece)
    if parts:
        yield _joined(first, parts)


def _joined(first: Key, parts: Sequence[tuple[int, Bits]]) -> Shard:
    bits = Bits()
    bits.gamma(len(parts))
    before = first[0]
    for place, piece in parts:
        bits.gamma(place - before)
        bits.extend(piece)
        before = place
    return Shard(first, bits.bytes())


def _words(words: list[str], writer: _Writer) -> Iterator[Shard]:
    parts: list[tuple[str, Bits]] = []
    size, before = 0, ""
    for word in words:
        if size >= SIZE * 8:
            yield _word_shard(before, parts)
            before, parts, size = parts[-1][0], [], 0
        postings = writer.term(word)
        parts.append((word, postings))
        size += len(postings) + 30
    if parts:
        yield _word_shard(before, parts)


def _word_shard(before: str, parts: list[tuple[str, Bits]]) -> Shard:
    bits = Bits()
    bits.gamma(len(parts))
    word = ""
    for term, postings in parts:
        bits.word(term, word)
        bits.extend(postings)
        word = term
    first = parts[0][0]
    return Shard(first[: common_start(before, first) + 1] if before else "", bits.bytes())


class _Writer(Writer):
    """Writes characters with all they own, too."""

    def __init__(self, index: Index, dropped: Mapping[str, int], ranks: Mapping[str, int]) -> None:
        super().__init__(index, dropped)
        self.ranks = ranks

    def pieces(self, own: Owned) -> Iterator[tuple[int, Bits]]:
        """A character and its pairs, in even pieces of about SIZE, each with what its first key adds to the place."""
        alone = self.term(own.character)
        whole = self._piece(own, alone)
        count = math.ceil(len(whole) / (SIZE * 8 * 1.5))
        if count <= 1:
            yield 0, whole
            return
        keys = own.keys
        sizes = [2 + len(self.index.terms[pair].body) for _, pair in keys]
        enough, size, start = sum(sizes) / count, 0, 0
        for number, length in enumerate(sizes, 1):
            size += length
            if size >= enough or number == len(sizes):
                part = keys[start:number]
                after = [(rank, pair) for rank, pair in part if rank < BEFORE]
                before = [(rank - BEFORE, pair) for rank, pair in part if rank >= BEFORE]
                yield (keys[start][0] + 1 if start else 0), self._piece(Owned(own.character, after, before), alone)
                size, start = 0, number

    def _piece(self, own: Owned, alone: Bits) -> Bits:
        bits = Bits()
        bits.extend(alone)
        rank = self.ranks[own.character]
        for pairs, end in ((own.after, rank + 1), (own.before, rank)):
            bits.gamma(len(pairs))
            bits.ascending([other for other, _ in pairs], end)
            side = self.side(own.character)
            for _, pair in pairs:
                side.pair(bits, self.index.terms[pair])
        return bits
