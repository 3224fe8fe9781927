"""The words of a text, each with the word lists it is in: what a recovery phrase may be made of.

assets/secrets/words.js does exactly the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from handrail.secrets import glued_words
from handrail.secrets.list_numbering import is_numbering, is_unit
from handrail.secrets.normalization import NormalizedText
from handrail.secrets.rules import pattern
from handrail.secrets.wordlists import lists_of


class Word(NamedTuple):
    """`lists` has a bit for each list that the word is in. `is_glued` where it was cut out of a longer one."""

    text: str
    start: int
    end: int
    lists: int
    is_glued: bool = False


def words_of(normalized: NormalizedText) -> Iterator[Word]:
    """The words of a text without their numbering; long ones without spaces between them are taken apart."""
    lower = normalized.lower
    for match in pattern("word").finditer(lower):
        start, end = match.span()
        if match.lastindex == 2:
            yield from _characters(normalized, start, end)
        elif not match.lastindex:
            yield Word(match[0], start, end, 0)
        elif end - start > 2 or not is_numbering(lower, start, end):
            pieces = glued_words.split(match[1]) if end - start >= glued_words.GLUED else None
            if pieces is None:
                yield Word(match[1], start, end, lists_of(match[1]))
            else:
                for first, last, is_word in pieces:
                    text = match[1][first:last]
                    yield Word(text, start + first, start + last, lists_of(text) if is_word else 0, True)


def _characters(normalized: NormalizedText, start: int, end: int) -> Iterator[Word]:
    """A Chinese character that stands singly is a word, and so are those that something invisible keeps apart."""
    lower = normalized.lower
    if all(at in normalized.seams for at in range(start + 1, end)):
        for at in range(start, end):
            yield Word(lower[at], at, at + 1, 0 if is_unit(lower, at) else lists_of(lower[at]))
    else:
        yield Word(lower[start:end], start, end, 0)
