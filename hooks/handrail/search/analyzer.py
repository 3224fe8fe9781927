"""The analyzer: from text to the terms it is indexed under. assets/search/analyzer.js does exactly the same.

Words of scripts with spaces become stems, and those of camelCase their parts, too; numbers stay as they are. Text
without spaces becomes single characters and overlapping pairs: no dictionary, because dictionaries disagree with each
other, with browsers and with readers.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise
from operator import add

from lunr.stemmer import PorterStemmer

from handrail.search import character_table

_RUN = re.compile(f"{character_table.LETTER}+|{character_table.DIGIT}+|{character_table.UNSPACED}+")
_UNSPACED = str(character_table.UNSPACED)
_CAMEL_CASE = re.compile("(?<=[a-z])(?=[A-Z])")
_THOUSANDS = re.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_SIGNED_LETTER = re.compile(r"[a-z](#|\+\+)")
"""Names like C# and C++: words of their own."""
_MIN_PART_LENGTH = 3
"""Letters of each part of a word in camelCase: iPhone and TxID are one word each."""
_MAX_WORD_LENGTH = 40
"""Letters of a word that count. Nobody types more, and some texts hold very long ones."""

_ARTICLE = re.compile("^(?:[\u0648\u0628\u0643\u0641]?\u0627\u0644|\u0644\u0644)(?=.{3})")
"""The Arabic article, which is written together with its word, as are "and", "in", "as", "so" and "for" before it."""

_porter = PorterStemmer().stem


@cache
def stem(word: str) -> str:
    """The stem of a folded English word, and an Arabic one without its article; others stay as they are."""
    word = _ARTICLE.sub("", word)
    if len(word) < 4 or not (word.isascii() and word.isalpha()):
        return word
    return _unify_short(word, str(_porter(word)))


def _unify_short(word: str, stem: str) -> str:
    """Short words are not stemmed, so longer ones must be stemmed to them: keys, tries, died, used, adding."""
    ending, last = word[len(stem) :], stem[-1]
    if last == "i" and len(stem) < 4:
        if word[len(stem) - 1] == "y":
            return stem[:-1] + "y"
        if ending in ("es", "ed"):
            return stem[:-1] + "y" if len(stem) == 3 else stem + "e"
    elif len(stem) == 2 and last not in "aeiou":
        if ending in ("es", "ed", "ing"):
            return stem + "e"
        if ending in (last + "ed", last + "ing"):
            return stem + last
    return stem


def terms(text: str) -> list[str]:
    """The terms of a text in order. A run of unspaced characters gives single characters and pairs: a, ab, b, bc, c."""
    pieces = [piece.translate(character_table.FOLDS) for piece in _CAMEL_CASE.split(_THOUSANDS.sub("", text))]
    humps = list(accumulate(map(len, pieces)))
    folded = "".join(pieces)
    classes = folded.translate(character_table.CLASSES)
    terms: list[str] = []
    for match in _RUN.finditer(classes):
        start, end = match.span()
        if classes[start] != _UNSPACED:
            signed = _SIGNED_LETTER.match(folded, start) if end - start == 1 else None
            terms.append(signed[0] if signed else stem(folded[start:end][:_MAX_WORD_LENGTH]))
            if len(humps) > 1:
                terms += _parts(folded, start, end, humps)
            continue
        run = folded[start:end]
        interleaved = [""] * (2 * len(run) - 1)
        interleaved[::2] = run
        interleaved[1::2] = map(add, run, run[1:])
        terms += interleaved
    return terms


def _parts(folded: str, start: int, end: int, humps: Sequence[int]) -> list[str]:
    """The parts of a word in camelCase. `humps` are the positions at which parts of words begin, ascending."""
    inner = humps[bisect_right(humps, start) : bisect_left(humps, end)]
    parts = [folded[first:last] for first, last in pairwise((start, *inner, end))]
    return (
        [stem(part[:_MAX_WORD_LENGTH]) for part in parts] if inner and min(map(len, parts)) >= _MIN_PART_LENGTH else []
    )
