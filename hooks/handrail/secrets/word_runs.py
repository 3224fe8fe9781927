"""Runs of listed words: whether so many words in a row are in a list that they must be a recovery phrase.

assets/secrets/word_runs.js does exactly the same. A sequence of words is a text of flags, one for each word: "1" where
it is in the list. The numbers were measured on ordinary text; guard.py gives the results.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

PHRASE = 12
"""Words of the shortest phrase."""
BLOCK = 11
"""Listed words in a row that are a phrase, the shortest one without a word."""
PART = 8
"""Listed words in a row that may be a part of a phrase."""

Match = tuple[str, int, int]
"""A rule, and where it matched the normalized text."""
Run = tuple[str, int, int]
"""A rule, and the first and the last word."""
IsNear = Callable[[range, Sequence[int]], bool]
"""Whether in a window of twelve words those that are not listed, one or two, may be mistyped."""

SEED = 4
"""Listed words in a row that are among twelve of which all but two are listed."""
_SEEDS = re.compile(f"1{{{SEED},}}")


def lists_of_runs(lists: Sequence[int], length: int) -> int:
    """The bits that so many numbers in a row have: the lists that a run of words is in.

    Each run is read from its end, so that most of a text is passed over.
    """
    found = start = 0
    while start + length <= len(lists):
        common, at = -1, start + length
        while common and at > start:
            at -= 1
            common &= lists[at]
        found |= common
        start = start + 1 if common else at + 1
    return found


def runs(flags: str, is_near: IsNear) -> Iterator[Run]:
    """Eleven listed words in a row; twelve of which one or two are only near; eight in a row, which may be a part."""
    whole, part = _spans(flags, BLOCK), _spans(flags, PART)
    typos = _merged([*_windows(flags, is_near), *whole])
    for first, last in typos:
        is_whole = any(first <= begin and end <= last for begin, end in whole)
        yield "phrase-words" if is_whole else "phrase-typos", first, last
    for first, last in part:
        if not any(begin <= last and end >= first for begin, end in typos):
            yield "phrase-part", first, last


def whole_runs(flags: str, length: int) -> Iterator[Run]:
    """So many listed words in a row and more."""
    for first, last in _spans(flags, length):
        yield "phrase-words", first, last


def _spans(flags: str, length: int) -> list[tuple[int, int]]:
    return [(match.start(), match.end() - 1) for match in re.finditer(f"1{{{length},}}", flags)]


def _windows(flags: str, is_near: IsNear) -> Iterator[tuple[int, int]]:
    """Twelve words, one or two of them not listed but near."""
    done = 0
    for seed in _SEEDS.finditer(flags):
        first = max(done, seed.start() - PHRASE + SEED)
        done = seed.end() - SEED + 1
        for start in range(first, min(done, len(flags) - PHRASE + 1)):
            window = range(start, start + PHRASE)
            missing = [index for index in window if flags[index] == "0"]
            if 0 < len(missing) <= 2 and is_near(window, missing):
                yield start, window[-1]


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    return merged
