"""Takes off what hides a secret from a plain comparison: width, accents, capitals, invisible characters.

assets/secrets/normalization.js does exactly the same. Each character is unfolded for itself, so that every place in
the plain text is known in the text as it was typed.
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


_RUNS = re.compile("([\x00-\x7f\u4e00-\u9fff]+)|.", re.DOTALL)
"""What is plain as it stands, most of a text, in one piece; else a character."""


@dataclass(frozen=True)
class Plain:
    """A text without its disguises. `places` has, for each of its characters, the place of the typed one.

    `text` has capitals, which Base58 needs; `lower` has none and the same length. `seams` are the places in them
    where something invisible was left out: it may have stood there to keep two characters apart.
    """

    text: str
    lower: str
    places: list[int]
    seams: frozenset[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The typed characters behind plain ones."""
        return self.places[start], self.places[end - 1] + 1


@cache
def unfold(character: str) -> str:
    """NFKD without marks and without what is invisible; empty for the invisible itself."""
    return _DROPPED.sub("", unicodedata.normalize("NFKD", character))


def off(text: str) -> Plain:
    parts: list[str] = []
    places: list[int] = []
    seams = set()
    for run in _RUNS.finditer(text):
        start, end = run.span()
        part = run[1] or unfold(run[0])
        if part:
            parts.append(part)
            places += range(start, end) if run[1] else [start] * len(part)
        else:
            seams.add(len(places))
    plain = "".join(parts)
    lower = plain.lower()
    if len(lower) != len(plain):
        raise ValueError("a character whose small form has another length")
    return Plain(plain, lower, places, frozenset(seams))


def plain_word(word: str) -> str:
    """A word of a list as the plain lower text has it."""
    return "".join(map(unfold, word)).lower()
