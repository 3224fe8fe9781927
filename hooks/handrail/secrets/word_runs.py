"""Runs of words: whether so many of them are in a list that they must be a recovery phrase.

assets/secrets/word_runs.js does exactly the same. The numbers were measured on ordinary text; guard.py tells them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

PHRASE = 12
"""Words of the shortest phrase."""
PARTIAL = 8

Match = tuple[str, int, int]
"""A rule, and where it found something in the plain text."""


class Word(NamedTuple):
    """`distance` counts the letters of other kinds between the word before and this one."""

    text: str
    start: int
    end: int
    distance: int


def find_runs(
    words: Sequence[Word],
    is_listed: Callable[[str], bool],
    is_near: Sequence[Callable[[str], bool]],
    max_distance: int = 0,
    min_run: int = PARTIAL,
) -> Iterator[Match]:
    """Where twelve words are listed, or all but one and that one near by the first test, or but two by the second.

    Also where `min_run` words in a row are listed. More than `max_distance` other letters between two words end a run.
    """
    listed = [is_listed(word.text) for word in words]
    if sum(listed) < min(min_run, PHRASE - len(is_near)):
        return
    count = run = 0  # listed words among the last twelve; listed words in a row
    first = 0  # the word before which nothing counts any more
    blocked: list[list[int]] = []
    runs: list[list[int]] = []
    for index, word in enumerate(words):
        if word.distance > max_distance:
            first, count, run = index, 0, 0
        count += listed[index]
        if index - first >= PHRASE:
            count -= listed[index - PHRASE]
        run = run + 1 if listed[index] else 0
        if run >= min_run:
            _add_span(runs, index - run + 1, index)
        window = range(index - PHRASE + 1, index + 1)
        missing = PHRASE - count
        if window[0] < first or missing > len(is_near):
            continue
        if not missing or all(listed[at] or is_near[missing - 1](words[at].text) for at in window):
            _add_span(blocked, window[0], index)
    for start, last in blocked:
        whole = any(end - begin >= PHRASE - 1 and begin <= last and end >= start for begin, end in runs)
        yield "phrase-words" if whole else "phrase-typos", words[start].start, words[last].end
    for start, last in runs:
        if not any(begin <= last and end >= start for begin, end in blocked):
            yield "phrase-part", words[start].start, words[last].end


def _add_span(spans: list[list[int]], first: int, last: int) -> None:
    """Adds a span, as part of the one before where they overlap."""
    if spans and first <= spans[-1][1]:
        spans[-1][1] = last
    else:
        spans.append([first, last])
