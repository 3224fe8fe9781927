"""Shards: the postings of neighbouring terms, packed into pieces that a browser can fetch one by one.

Terms of one or two characters that have a pronunciation are keyed by numbers: a pair is stored with the rarer of its
characters, its owner. Characters that sound alike are neighbours, so a homophone costs no further shard. All other
terms are words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from handrail.assets.bitstream import Bits, common_start
from handrail.search.inverted_index import InvertedIndex
from handrail.search.postings import PostingsWriter
from handrail.search.pronunciation import Pronunciation

SIZE = 4608
"""Bytes that a shard should have, about."""
BEFORE = 0x8000
"""Added to the rank of a character that precedes the owner."""

Key = tuple[int, int]
"""The position of an owner, and 0 for itself, else one more than the rank of the other character, or BEFORE more."""


@dataclass(frozen=True)
class Shard:
    first: Key | str
    """The first term in it; of a word, as many letters as tell it from the last term of the shard before."""
    data: bytes


@dataclass
class Owner:
    """One character with the pairs it owns, by the ranks of the others, ascending."""

    character: str
    after: list[tuple[int, str]] = field(default_factory=list)
    before: list[tuple[int, str]] = field(default_factory=list)

    @property
    def keys(self) -> list[tuple[int, str]]:
        return self.after + [(rank + BEFORE, pair) for rank, pair in self.before]


class _Owners(dict[str, Owner]):
    def __missing__(self, character: str) -> Owner:
        self[character] = Owner(character)
        return self[character]


def shards(
    index: InvertedIndex, pronunciation: Pronunciation, pruned: Mapping[str, int]
) -> tuple[list[Shard], list[Shard]]:
    """The shards of characters and pairs, and those of words.

    `pruned` are the characters whose articles are left out, with the number of those.
    """
    positions, ranks = pronunciation.positions, pronunciation.ranks
    owners = _Owners()
    words: list[str] = []
    for term in index.terms:
        if len(term) == 1 and term in positions:
            owners.setdefault(term, Owner(term))
        elif len(term) == 2 and term[0] in positions and term[1] in positions:
            first_rank, second_rank = ranks[term[0]], ranks[term[1]]
            if first_rank >= second_rank:
                owners[term[0]].after.append((second_rank, term))
            else:
                owners[term[1]].before.append((first_rank, term))
        else:
            words.append(term)
    words.sort(key=lambda word: word.encode("utf-16-be"))  # the order of JavaScript's strings
    for owner in owners.values():
        owner.after.sort()
        owner.before.sort()
    writer = _OwnerWriter(index, pruned, ranks)
    ordered = sorted(owners.values(), key=lambda owner: positions[owner.character])
    return list(_character_shards(ordered, positions, writer)), list(_word_shards(words, writer))


def _character_shards(owners: Iterable[Owner], positions: Mapping[str, int], writer: _OwnerWriter) -> Iterator[Shard]:
    """Shards end where an owner does, unless that would make them far too large."""
    first, size = (0, 0), 0
    pieces: list[tuple[int, Bits]] = []
    for owner in owners:
        position = positions[owner.character]
        for second, piece in writer.pieces(owner):
            if pieces and (second or size + len(piece) > SIZE * 8):
                yield _character_shard(first, pieces)
                pieces, size = [], 0
            if not pieces:
                first = (position, second)
            pieces.append((position, piece))
            size += len(piece)
    if pieces:
        yield _character_shard(first, pieces)


def _character_shard(first: Key, pieces: Sequence[tuple[int, Bits]]) -> Shard:
    bits = Bits()
    bits.gamma(len(pieces))
    previous = first[0]
    for position, piece in pieces:
        bits.gamma(position - previous)
        bits.extend(piece)
        previous = position
    return Shard(first, bits.bytes())


def _word_shards(words: list[str], writer: PostingsWriter) -> Iterator[Shard]:
    pieces: list[tuple[str, Bits]] = []
    size, last_before = 0, ""
    for word in words:
        if size >= SIZE * 8:
            yield _word_shard(last_before, pieces)
            last_before, pieces, size = pieces[-1][0], [], 0
        piece = writer.term(word)
        pieces.append((word, piece))
        size += len(piece) + 30
    if pieces:
        yield _word_shard(last_before, pieces)


def _word_shard(last_before: str, pieces: list[tuple[str, Bits]]) -> Shard:
    bits = Bits()
    bits.gamma(len(pieces))
    previous = ""
    for word, piece in pieces:
        bits.word(word, previous)
        bits.extend(piece)
        previous = word
    first = pieces[0][0]
    return Shard(first[: common_start(last_before, first) + 1] if last_before else "", bits.bytes())


class _OwnerWriter(PostingsWriter):
    """Writes characters with all pairs they own, too."""

    def __init__(self, index: InvertedIndex, pruned: Mapping[str, int], ranks: Mapping[str, int]) -> None:
        super().__init__(index, pruned)
        self.ranks = ranks

    def pieces(self, owner: Owner) -> Iterator[tuple[int, Bits]]:
        """A character and its pairs, in even pieces of about SIZE, each with the second part of its first key."""
        own_postings = self.term(owner.character)
        whole = self._piece(owner, own_postings)
        count = math.ceil(len(whole) / (SIZE * 8 * 1.5))
        if count <= 1:
            yield 0, whole
            return
        keys = owner.keys
        sizes = [2 + len(self.index.terms[pair].articles) for _, pair in keys]
        target, size, start = sum(sizes) / count, 0, 0
        for end, pair_size in enumerate(sizes, 1):
            size += pair_size
            if size >= target or end == len(sizes):
                after = [(rank, pair) for rank, pair in keys[start:end] if rank < BEFORE]
                before = [(rank - BEFORE, pair) for rank, pair in keys[start:end] if rank >= BEFORE]
                piece = self._piece(Owner(owner.character, after, before), own_postings)
                yield (keys[start][0] + 1 if start else 0), piece
                size, start = 0, end

    def _piece(self, owner: Owner, own_postings: Bits) -> Bits:
        bits = Bits()
        bits.extend(own_postings)
        rank = self.ranks[owner.character]
        for pairs, end in ((owner.after, rank + 1), (owner.before, rank)):
            bits.gamma(len(pairs))
            bits.ascending([other for other, _ in pairs], end)
            pair_writer = self.pairs(owner.character)
            for _, pair in pairs:
                pair_writer.add(bits, self.index.terms[pair])
        return bits
