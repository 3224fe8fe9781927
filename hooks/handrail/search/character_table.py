"""The alphabet of search: what each character counts as, and which character it is folded to.

Build and browser must cut text into the same words, but `lower()`, NFKC and `\\w` differ between runtimes and their
versions. So neither side calls them on a query: both walk one table of code points, which is made here and travels
inside the index. Character properties come from Unicode 3.2, which every Python carries unchanged: the same content
makes the same bytes on each of them. What is newer counts as the assigned characters before it do.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from opencc import OpenCC

SEPARATOR, LETTER, DIGIT, DENSE, NOTHING = range(5)
"""What a character counts as: DENSE stands in text without spaces; NOTHING is left out, as if it were not there."""

LAST = 0x10FFFF
HAN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x323AF))
_DENSE = (
    *((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF)),  # Thai, Lao, Burmese, Khmer
    *((0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x3035), (0x3041, 0x312F), (0x31A0, 0x31FF)),  # kana, bopomofo
    *((0xAC00, 0xD7A3), (0xF900, 0xFAFF)),  # Hangul, compatibility ideographs
    *HAN,
)
_NOTHING = (
    *((0x0300, 0x036F), (0x3099, 0x309A), (0xFF9E, 0xFF9F)),  # accents, those of kana too
    *((0xFE00, 0xFE0F), (0xE0000, 0xE01EF)),  # variation selectors, tags
    *((0xAD, 0xAD), (0x200B, 0x200F), (0x2060, 0x2064)),  # invisible
    *((0x27, 0x27), (0x2BC, 0x2BC), (0x2018, 0x2019)),  # apostrophes: don't is dont
)
_NOT_LETTERS = ((0xD800, 0xF8FF), (0x1F000, 0x1FAFF))  # surrogates and private use, pictographs
_FURTHEST = 0x323B0
"""Above it are only ranges named here."""
_PLAIN = {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ħ": "h"}
_OLD = unicodedata.ucd_3_2_0
_HANGUL, _LAST_HANGUL = "\uac00", "\ud7a3"
_BLOCK = 64


_LETTERS = {*("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nl")}
_DIGITS = {*("Nd", "No")}


@cache
def classes() -> bytes:
    """The class of every code point. One that Unicode 3.2 did not know counts like the letters before it."""
    table = bytearray(LAST + 1)
    before = SEPARATOR
    for point in range(_FURTHEST):
        category = _OLD.category(chr(point))
        if category in _LETTERS:
            before = LETTER
        elif category in _DIGITS:
            before = DIGIT
        elif category == "Cf":
            before = NOTHING
        elif category != "Cn" or before != LETTER:
            before = SEPARATOR
        table[point] = before
    for first, last in _NOT_LETTERS:
        table[first : last + 1] = bytes(last + 1 - first)
    for first, last in _DENSE:
        for point in range(first, last + 1):
            if table[point] == LETTER or _OLD.category(chr(point)) == "Cn":
                table[point] = DENSE
    for first, last in _NOTHING:
        table[first : last + 1] = bytes([NOTHING]) * (last + 1 - first)
    return bytes(table)


@cache
def runs() -> list[tuple[int, int]]:
    """The same as runs: (first code point, class), ascending."""
    return [(run.start(), run[0][0]) for run in re.finditer(rb"\x00+|\x01+|\x02+|\x03+|\x04+", classes())]


class _Classes(dict[int, str]):
    """For str.translate: the class of a character, as a digit."""

    def __missing__(self, point: int) -> str:
        self[point] = str(classes()[point])
        return self[point]


class _Folds(dict[int, str]):
    """For str.translate: what a character is folded to."""

    def __missing__(self, point: int) -> str:
        self[point] = _fold(chr(point))
        return self[point]


CLASSES, FOLDS = _Classes(), _Folds()


def fold(character: str) -> str:
    """Lower case, compatibility forms, accents and Traditional characters made plain. Folding twice changes nothing."""
    return FOLDS[ord(character)]


def class_of(character: str) -> int:
    return classes()[ord(character)]


def folded_to(wanted: frozenset[str]) -> dict[int, str]:
    """Every code point that is folded to another text, as far as `wanted` holds all of it that does not separate."""
    return {point: text for point, text in _all_folds().items() if wanted.issuperset(_kept(text))}


def _kept(text: str) -> list[str]:
    return [character for character in text if class_of(character) != SEPARATOR]


@cache
def _all_folds() -> dict[int, str]:
    """The folds of the planes that have any, without those that their class says already."""
    blocks = (range(first, min(first + _BLOCK, _FURTHEST)) for first in range(0, _FURTHEST, _BLOCK))
    points = (point for block in blocks if _is_folded("".join(map(chr, block))) for point in block)
    characters = (chr(point) for point in points if _is_folded(chr(point)))
    folds = ((ord(character), _fold(character)) for character in characters)
    return {point: text for point, text in folds if text != chr(point) and not _says_its_class(chr(point), text)}


def _says_its_class(character: str, text: str) -> bool:
    kind = class_of(character)
    return kind == NOTHING or (kind == SEPARATOR and text != "" and not _kept(text))


def _is_folded(characters: str) -> bool:
    """Whether one of these characters may fold to another: quick to say, for the many that do not."""
    if _HANGUL <= characters[0] <= characters[-1] <= _LAST_HANGUL:
        return False  # it decomposes, but to what composes to it again
    decomposed = unicodedata.normalize("NFKD", characters)
    return (
        decomposed != characters or characters.casefold().lower() != characters or not _others().isdisjoint(characters)
    )


@cache
def _others() -> frozenset[str]:
    return frozenset({*_PLAIN, *_simplified()})


def _fold(character: str) -> str:
    if class_of(character) == NOTHING:
        return ""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", character).casefold().lower())
    plain = "".join(_PLAIN.get(part, part) for part in unicodedata.normalize("NFD", plain))
    plain = unicodedata.normalize("NFC", "".join(part for part in plain if class_of(part) != NOTHING))
    return "".join(_simplified().get(part, part) for part in plain)


@cache
def _simplified() -> dict[str, str]:
    """Traditional characters, each with its Simplified one. By character: words are cut only afterwards."""
    traditional = [chr(point) for first, last in HAN for point in range(first, last + 1)]
    converted = OpenCC("t2s").convert("\n".join(traditional)).split("\n")
    pairs = {one: other for one, other in zip(traditional, converted, strict=True) if one != other}
    return {one: pairs.get(other, other) for one, other in pairs.items() if len(other) == 1}
