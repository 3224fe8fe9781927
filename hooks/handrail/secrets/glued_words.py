"""Takes words apart that are written without a space between them.

assets/secrets/glued_words.js does exactly the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from handrail.secrets import wordlists

GLUED = 12
"""Letters that may be several words."""
FLAWED = 33
"""Letters that may be a whole phrase: then some of them may belong to no word."""
_MAX_UNKNOWN = 0.3
"""The share of letters without a word in a phrase with flaws."""
_UNKNOWN_COST = 1_000
"""What a letter without a word costs more than a word gains."""

Piece = tuple[int, int, bool]
"""Start, end, and whether it is a word."""


def split(letters: str) -> list[Piece] | None:
    """The words of one list and what is between them; None where too many letters are left over.

    English if it fits, whose words are known for certain; else the list that leaves the fewest letters over.
    """
    if len(letters) < GLUED:
        return None
    words = [wordlists.words_from(letters, start) for start in range(len(letters))]
    fewest = int(len(letters) * _MAX_UNKNOWN) if len(letters) >= FLAWED else 0
    best: list[Piece] | None = None
    for code in range(wordlists.SPELLED):
        pieces = _split(words, code)
        unknown = sum(end - start for start, end, is_word in pieces if not is_word)
        if unknown < fewest or (unknown == fewest and best is None):
            best, fewest = pieces, unknown
            if code == wordlists.ENGLISH:
                break
    return best


def _split(words: Sequence[Sequence[tuple[int, int]]], code: int) -> list[Piece]:
    """The pieces that leave the fewest letters over; of these the most words of one list."""
    costs = [0] * (len(words) + 1)
    """From each letter to the end."""
    ends = [0] * len(words)
    for start in range(len(words) - 1, -1, -1):
        costs[start] = costs[start + 1] + _UNKNOWN_COST
        for end, lists in words[start]:
            if lists >> code & 1 and costs[end] - 1 < costs[start]:
                costs[start], ends[start] = costs[end] - 1, end
    pieces: list[Piece] = []
    start = 0
    while start < len(words):
        end = ends[start] or start + 1
        if not ends[start] and pieces and not pieces[-1][2]:
            pieces[-1] = (pieces[-1][0], end, False)
        else:
            pieces.append((start, end, bool(ends[start])))
        start = end
    return pieces
