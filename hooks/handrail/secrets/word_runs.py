"""Words in a row: whether so many of them are in a list that they must be a recovery phrase.

assets/secrets/word_runs.js does exactly the same. The numbers were measured on ordinary text; guard.py tells them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

PHRASE = 12
"""Words of the shortest phrase."""
PART = 8

Found = tuple[str, int, int]
"""A rule, and where it found something in the plain text."""


class Word(NamedTuple):
    """`away` counts the letters of other kinds between the word before and this one."""

    text: str
    start: int
    end: int
    away: int


def phrases(
    words: Sequence[Word],
    is_listed: Callable[[str], bool],
    is_near: Sequence[Callable[[str], bool]],
    reach: int = 0,
    part: int = PART,
) -> Iterator[Found]:
    """Where twelve words are listed, or all but one and that one near by the first test, or but two by the second.

    Also where `part` words in a row are listed. More than `reach` other letters between two words keep them apart.
    """
    listed = [is_listed(word.text) for word in words]
    if sum(listed) < min(part, PHRASE - len(is_near)):
        return
    count = run = 0  # listed words among the last twelve; listed words in a row
    first = 0  # the word before which nothing counts any more
    blocked: list[list[int]] = []
    runs: list[list[int]] = []
    for place, word in enumerate(words):
        if word.away > reach:
            first, count, run = place, 0, 0
        count += listed[place]
        if place - first >= PHRASE:
            count -= listed[place - PHRASE]
        run = run + 1 if listed[place] else 0
        if run >= part:
            _extend(runs, place - run + 1, place)
        window = range(place - PHRASE + 1, place + 1)
        missing = PHRASE - count
        if window[0] < first or missing > len(is_near):
            continue
        if not missing or all(listed[at] or is_near[missing - 1](words[at].text) for at in window):
            _extend(blocked, window[0], place)
    for start, last in blocked:
        whole = any(end - begin >= PHRASE - 1 and begin <= last and end >= start for begin, end in runs)
        yield "phrase-words" if whole else "phrase-typos", words[start].start, words[last].end
    for start, last in runs:
        if not any(begin <= last and end >= start for begin, end in blocked):
            yield "phrase-part", words[start].start, words[last].end


def _extend(spans: list[list[int]], first: int, last: int) -> None:
    """Adds a span, as part of the one before where they overlap."""
    if spans and first <= spans[-1][1]:
        spans[-1][1] = last
    else:
        spans.append([first, last])
