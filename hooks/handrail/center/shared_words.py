"""How near texts are to each other, by the words that they share: rare words tell more, common ones nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import pairwise
from math import log
from typing import Generic, TypeVar

_RUN = re.compile(r"[^\W\d_]+|\d+")
_UNSPACED = re.compile(r"[぀-ヿ㐀-鿿豈-﫿가-힯]")
_RAREST = 12
"""How many of a text's words are looked up; the rest are too common to tell texts apart."""
_COMMON = 24
"""A word that more texts have than this tells nothing. With `_RAREST` it keeps the work linear."""

Key = TypeVar("Key", bound=Hashable)


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """The runs of letters or digits in small letters, and whether each is of a script without spaces."""
    return ((run, bool(_UNSPACED.search(run))) for run in _RUN.findall(text.lower()))


def words(*texts: str) -> set[str]:
    """Words of spaced scripts and pairs of characters of unspaced ones."""
    parts = (
        map("".join, pairwise(run)) if is_unspaced else (run,) for text in texts for run, is_unspaced in runs(text)
    )
    return {word for part in parts for word in part}


def tokens(text: str) -> list[str]:
    """The words of spaced scripts and the characters of unspaced ones, in order."""
    return [token for run, is_unspaced in runs(text) for token in (run if is_unspaced else (run,))]


class SharedWords(Generic[Key]):
    """The words of texts, and which texts hold each."""

    def __init__(self, words: Mapping[Key, set[str]]) -> None:
        self.words = words
        self.holders: dict[str, list[Key]] = defaultdict(list)
        for key, held in words.items():
            for word in held:
                self.holders[word].append(key)
        weights = {count: log(1 + len(words) / count) for count in set(map(len, self.holders.values()))}
        self.weights = {word: weights[len(keys)] for word, keys in self.holders.items()}
        """That of each word. A rare one tells more."""
        self._totals = {key: self._sum(held) for key, held in words.items()}

    def rarest(self, key: Key) -> list[str]:
        """The words of a text that tell which others are near it."""
        shared = (word for word in self.words[key] if 1 < len(self.holders[word]) <= _COMMON)
        return sorted(shared, key=lambda word: (len(self.holders[word]), word))[:_RAREST]

    def overlap(self, one: Key, other: Key) -> float:
        """The weight of the words that two texts share, as a part of that of all their words."""
        shared = self._sum(self.words[one] & self.words[other])
        return shared / (self._totals[one] + self._totals[other] - shared or 1)

    def near(self, key: Key, least: float) -> list[tuple[Key, float]]:
        """The texts whose overlap with one is at least this, nearest first, with the overlap."""
        others = dict.fromkeys(other for word in self.rarest(key) for other in self.holders[word] if other != key)
        overlaps = ((other, self.overlap(key, other)) for other in others)
        return sorted((pair for pair in overlaps if pair[1] >= least), key=lambda pair: -pair[1])

    def _sum(self, words: Iterable[str]) -> float:
        return sum(map(self.weights.__getitem__, words))
