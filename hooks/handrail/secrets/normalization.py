"""Normalizes a text before it is searched: width, accents, capitals, invisible characters.

assets/secrets/normalization.js does exactly the same. Each character is decomposed on its own, so that every place in
the normalized text is known in the text as it was typed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

_DROPPED = re.compile(
    "[\u0300-\u036f\u3099\u309a"  # accents and voicing marks: the lists are decomposed, and people leave accents out
    "\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e01ef]"
)


_PIECES = re.compile(r"([\x00-\x5b\x5d-\x7f\u4e00-\u9fff]+)|\\u([0-9A-Fa-f]{4})|.", re.DOTALL)
"""What normalization leaves as it is, most of a text, in one piece; else one character, plain or as JSON escapes it."""


@dataclass(frozen=True)
class NormalizedText:
    """A text in one form. `starts` and `ends` have, for each of its characters, where the typed one starts and ends.

    `text` has capitals, which Base58 needs; `lower` has none and the same length. `seams` are the offsets in them
    where something invisible was removed: it may have kept two characters apart.
    """

    text: str
    lower: str
    starts: list[int]
    ends: list[int]
    seams: frozenset[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end, in the typed text, of a span of the normalized one."""
        return self.starts[start], self.ends[end - 1]


@cache
def decompose(character: str) -> str:
    """NFKD without marks and without what is invisible; empty for the invisible itself."""
    return _DROPPED.sub("", unicodedata.normalize("NFKD", character))


def normalize(text: str) -> NormalizedText:
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    seams = set()
    for piece in _PIECES.finditer(text):
        start, end = piece.span()
        part = piece[1] or decompose(chr(int(piece[2], 16)) if piece[2] else piece[0])
        if part:
            parts.append(part)
            starts += range(start, end) if piece[1] else [start] * len(part)
            ends += range(start + 1, end + 1) if piece[1] else [end] * len(part)
        else:
            seams.add(len(starts))
    normalized = "".join(parts)
    lower = normalized.lower()
    if len(lower) != len(normalized):
        raise ValueError("a character whose small form has another length")
    return NormalizedText(normalized, lower, starts, ends, frozenset(seams))


def normalize_word(word: str) -> str:
    """A word of a list as `NormalizedText.lower` has it."""
    return "".join(map(decompose, word)).lower()
