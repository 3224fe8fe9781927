"""Shards: the postings of neighbouring terms, packed into pieces that a browser can fetch one by one.

Terms of one or two characters that have a sound are kept as numbers: the places of the characters in the list of
sounds. Terms that sound alike are neighbours then, so a homophone costs no further piece. All other terms are words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from .entry import QUESTION
from .index import Index, Postings
from .pack import Bits, gap_width

SIZE = 4096
"""Bytes that a shard should have, about."""
MASS_STEP, MASS_LEVELS = 1.2, 32
_LETTERS = {letter: number for number, letter in enumerate("abcdefghijklmnopqrstuvwxyz0123456789-")}
_OTHER = 63

Key = tuple[int, int]
"""The places of a term's characters: (first, 0) for one, (first, second + 1) for two."""


@dataclass(frozen=True)
class Shard:
    first: Key | str
    """The first term in it; for words, so much of it as tells it from the last term before."""
    data: bytes


def shards(index: Index, places: Mapping[str, int], dropped: Mapping[str, int]) -> tuple[list[Shard], list[Shard]]:
    """The shards of sounding terms, by the `places` of their characters, and those of words.

    `dropped` are the terms whose place in texts is left out, with the number of articles they stand in.
    """
    sounding: dict[Key, str] = {}
    words: list[str] = []
    for term in index.terms:
        if len(term) <= 2 and all(character in places for character in term):
            sounding[places[term[0]], places[term[1]] + 1 if len(term) == 2 else 0] = term
        else:
            words.append(term)
    words.sort(key=lambda word: word.encode("utf-16-be"))  # the order of JavaScript's strings
    writer = _Writer(index, dropped)
    keys = [(key, sounding[key]) for key in sorted(sounding)]
    return list(_sounding(keys, len(places), writer)), list(_words(words, writer))


def _sounding(keys: Iterable[tuple[Key, str]], end: int, writer: _Writer) -> Iterator[Shard]:
    """Shards end where a first character does, unless that would make them far too large."""
    first, size = (0, 0), 0
    parts: list[tuple[int, list[tuple[int, Bits]]]] = []
    for place, group in groupby(keys, key=lambda item: item[0][0]):
        terms = [(key[1], writer.postings(term)) for key, term in group]
        length = sum(len(bits) for _, bits in terms)
        if parts and size + length > SIZE * 8:
            yield _joined(first, parts, end)
            parts, size = [], 0
        for piece in _pieces(terms, SIZE * 8):
            if parts and parts[-1][0] == place:
                yield _joined(first, parts, end)
                parts, size = [], 0
            if not parts:
                first = (place, 0 if piece[0] is terms[0] else piece[0][0])
            parts.append((place, piece))
            size += sum(len(bits) for _, bits in piece)
    if parts:
        yield _joined(first, parts, end)


def _pieces(terms: list[tuple[int, Bits]], most: int) -> Iterator[list[tuple[int, Bits]]]:
    """The terms of one first character in even pieces of at most about so many bits."""
    count = math.ceil(sum(len(bits) for _, bits in terms) / (most * 1.5))
    piece: list[tuple[int, Bits]] = []
    size, enough = 0, sum(len(bits) for _, bits in terms) / max(count, 1)
    for term in terms:
        if size >= enough:
            yield piece
            piece, size = [], 0
        piece.append(term)
        size += len(term[1])
    yield piece


def _joined(first: Key, parts: list[tuple[int, list[tuple[int, Bits]]]], end: int) -> Shard:
    bits = Bits()
    bits.gamma(len(parts))
    before = first[0]
    for place, terms in parts:
        bits.gamma(place - before)
        before = place
        alone = terms[0][0] == 0
        bits.number(int(alone), 1)
        if alone:
            bits.extend(terms[0][1])
        pairs = terms[1:] if alone else terms
        bits.gamma(len(pairs))
        numbers = [second - 1 for second, _ in pairs]
        bits.ascending(numbers, len(numbers), end)
        for _, postings in pairs:
            bits.extend(postings)
    return Shard(first, bits.bytes())


def _words(words: list[str], writer: _Writer) -> Iterator[Shard]:
    parts: list[tuple[str, Bits]] = []
    size, before = 0, ""
    for word in words:
        if size >= SIZE * 8:
            yield _word_shard(before, parts)
            before, parts, size = parts[-1][0], [], 0
        postings = writer.postings(word)
        parts.append((word, postings))
        size += len(postings) + 30
    if parts:
        yield _word_shard(before, parts)


def _word_shard(before: str, parts: list[tuple[str, Bits]]) -> Shard:
    bits = Bits()
    bits.gamma(len(parts))
    word = ""
    for term, postings in parts:
        same = _common(word, term)
        bits.gamma(same)
        bits.gamma(len(term) - same)
        for letter in term[same:]:
            bits.number(_LETTERS.get(letter, _OTHER), 6)
            if letter not in _LETTERS:
                bits.number(ord(letter), 21)
        bits.extend(postings)
        word = term
    first = parts[0][0]
    return Shard(first[: _common(before, first) + 1] if before else "", bits.bytes())


def _common(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, pair in pairs if pair[0] != pair[1]), min(len(one), len(other)))


class _Writer:
    """Writes postings, with what it takes to rank by them."""

    def __init__(self, index: Index, dropped: Mapping[str, int]) -> None:
        self.index, self.dropped = index, dropped
        self.articles = len(index.entries)
        self.levels = [mass_level(mass) for mass in index.masses]

    def postings(self, term: str) -> Bits:
        bits = Bits()
        postings = self.index.terms[term]
        body = len(postings.body)
        once = body == 1 and postings.counts[0] == 1 and not postings.heads and term not in self.dropped
        bits.number(int(once), 1)  # as most terms do
        if once:
            bits.ascending(postings.body, 1, self.articles)
            return bits
        if term in self.dropped:
            body = 0
            bits.gamma(self.articles + 1)
            bits.number(self.dropped[term] * 15 // self.articles, 4)
        else:
            bits.gamma(body)
        bits.gamma(len(postings.heads))
        if body:
            bits.ascending(postings.body, body, self.articles)
            for count in postings.counts:
                bits.number(*((0, 1), (2, 2), (3, 2))[count - 1])
        if postings.heads:
            self._heads(bits, postings)
        return bits

    def _heads(self, bits: Bits, postings: Postings) -> None:
        width = gap_width(len(postings.heads), self.articles)
        article, place = 0, -1
        for number in postings.heads:
            head = self.index.heads[number]
            bits.rice(head.article - article, width)
            if head.article != article:
                place = -1
            bits.gamma(head.place - place - 1)
            if head.place:
                bits.number(int(head.kind == QUESTION), 1)
            bits.number(self.levels[number], 5)
            article, place = head.article, head.place


def mass_level(mass: float) -> int:
    """A mass as a step on a ladder that grows by MASS_STEP."""
    return min(MASS_LEVELS - 1, max(0, round(math.log(max(mass, 1)) / math.log(MASS_STEP))))
