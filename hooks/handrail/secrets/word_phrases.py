"""Finds recovery phrases of words: those of a list in a row, whatever stands between them.

assets/secrets/word_phrases.js does exactly the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from handrail.secrets import wordlists
from handrail.secrets.list_numbering import is_numbering
from handrail.secrets.normalization import NormalizedText
from handrail.secrets.rules import pattern, rules
from handrail.secrets.word_runs import PHRASE, Match, Word, find_runs

MIN_GLUED = 20
"""Letters without a space that may be words of a list."""
MAX_DISTANCE = 8
"""Letters of another script that may stand between two words: 第十二个单词是."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def find(normalized: NormalizedText) -> Iterator[Match]:
    latin = list(_words(normalized.lower, "latin"))
    any_script = list(_words(normalized.lower, "any_script"))
    yield from find_runs(latin, wordlists.is_english, (_is_typo, _is_odd_typo), MAX_DISTANCE)
    yield from find_runs(latin, wordlists.is_english_prefix, (), MAX_DISTANCE, min_run=PHRASE)
    yield from find_runs(any_script, wordlists.is_other, (lambda word: len(word) > 2,))


def _words(lower: str, kind: str) -> Iterator[Word]:
    """The words of a text without their numbering; long ones without spaces between them are taken apart."""
    distance = 0
    for match in pattern(kind).finditer(lower):
        start, end = match.span()
        if not match[1]:
            distance += end - start
        elif end - start > 2 or not is_numbering(lower, start, end):
            boundaries = _split_glued(match[1]) if end - start >= MIN_GLUED else None
            for first, last in pairwise(boundaries or (0, end - start)):
                yield Word(match[1][first:last], start + first, start + last, distance)
                distance = 0


def _split_glued(letters: str) -> list[int] | None:
    """Where the words begin and end that the letters are made of, if English list words are all they are made of."""
    previous: dict[int, int] = {0: 0}
    for end in range(3, len(letters) + 1):
        start = next(
            (end - n for n in range(3, 9) if end - n in previous and wordlists.is_english(letters[end - n : end])), None
        )
        if start is not None:
            previous[end] = start
    if len(letters) not in previous:
        return None
    ends = [len(letters)]
    while ends[-1]:
        ends.append(previous[ends[-1]])
    return ends[::-1]


@lru_cache(4096)
def _is_typo(word: str) -> bool:
    """Whether one letter more, less, other, or swapped with the next makes it an English list word."""
    if not 2 <= len(word) <= 9:
        return False
    known = wordlists.is_english
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail and known(head + tail[1:]):
            return True
        if len(tail) > 1 and known(head + tail[1] + tail[0] + tail[2:]):
            return True
        if any(known(head + letter + tail) or known(head + letter + tail[1:]) for letter in _LETTERS):
            return True
    return False


def _is_odd_typo(word: str) -> bool:
    """A typing error that does not make a word of every sentence."""
    plural = word.endswith("s") and wordlists.is_english(word[:-1])
    return not plural and word not in rules()["ordinary"] and _is_typo(word)
