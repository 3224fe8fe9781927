"""The character table of search: the class of each character, and what it is folded to.

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

SEPARATOR, LETTER, DIGIT, UNSPACED, IGNORED = range(5)
"""The classes: UNSPACED characters are of scripts without spaces; IGNORED ones count as if they were not there."""

LAST = 0x10FFFF
HAN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x323AF))
_UNSPACED = (
    *((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF)),  # Thai, Lao, Burmese, Khmer
    *((0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x3035), (0x3041, 0x312F), (0x31A0, 0x31FF)),  # kana, bopomofo
    *((0xAC00, 0xD7A3), (0xF900, 0xFAFF)),  # Hangul, compatibility ideographs
    *HAN,
)
_IGNORED = (
    *((0x0300, 0x036F), (0x3099, 0x309A), (0xFF9E, 0xFF9F)),  # accents, also of kana
    *((0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2), (0x05C4, 0x05C5), (0x05C7, 0x05C7)),  # Hebrew points
    *(
        (0x0610, 0x061A),
        (0x0640, 0x0640),
        (0x064B, 0x065F),
        (0x0670, 0x0670),
        (0x06D6, 0x06DC),
    ),  # Arabic marks, tatweel
    *((0x06DF, 0x06E4), (0x06E7, 0x06E8), (0x06EA, 0x06ED)),
    *((0xFE00, 0xFE0F), (0xE0000, 0xE01EF)),  # variation selectors, tags
    *((0xAD, 0xAD), (0x200B, 0x200F), (0x2060, 0x2064)),  # invisible
    *((0x27, 0x27), (0x2BC, 0x2BC), (0x2018, 0x2019)),  # apostrophes: don't is dont
)
_NOT_LETTERS = ((0xD800, 0xF8FF), (0x1F000, 0x1FAFF))  # surrogates and private use, pictographs
_END = 0x323B0
"""From here on, only the ranges named here have a class."""
_SPELLED_OUT = {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ħ": "h"}
_SAME_LETTER = {chr(point): chr(point - 0x60) for point in range(0x30A1, 0x30F7)}  # hiragana may be typed for katakana
_SAME_LETTER |= {"ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك"}  # Arabic letters that keyboards and writers exchange
_UNICODE_3_2 = unicodedata.ucd_3_2_0
_HANGUL, _LAST_HANGUL = "\uac00", "\ud7a3"
_BLOCK = 64


_LETTER_CATEGORIES = {*("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nl")}
_DIGIT_CATEGORIES = {*("Nd", "No")}


@cache
def classes() -> bytes:
    """The class of every code point. One that Unicode 3.2 did not know counts like the letters before it."""
    table = bytearray(LAST + 1)
    previous = SEPARATOR
    for point in range(_END):
        category = _UNICODE_3_2.category(chr(point))
        if category in _LETTER_CATEGORIES:
            previous = LETTER
        elif category in _DIGIT_CATEGORIES:
            previous = DIGIT
        elif category == "Cf":
            previous = IGNORED
        elif category != "Cn" or previous != LETTER:
            previous = SEPARATOR
        table[point] = previous
    for first, last in _NOT_LETTERS:
        table[first : last + 1] = bytes(last + 1 - first)
    for first, last in _UNSPACED:
        for point in range(first, last + 1):
            if table[point] == LETTER or _UNICODE_3_2.category(chr(point)) == "Cn":
                table[point] = UNSPACED
    for first, last in _IGNORED:
        table[first : last + 1] = bytes([IGNORED]) * (last + 1 - first)
    return bytes(table)


@cache
def runs() -> list[tuple[int, int]]:
    """The same as runs of one class: (first code point, class), ascending."""
    return [(run.start(), run[0][0]) for run in re.finditer(rb"\x00+|\x01+|\x02+|\x03+|\x04+", classes())]


class _Classes(dict[int, str]):
    """For str.translate: the class of a character, as a digit."""

    def __missing__(self, point: int) -> str:
        self[point] = str(classes()[point])
        return self[point]


class _Folds(dict[int, str]):
    """For str.translate: what a character is folded to."""

    def __missing__(self, point: int) -> str:
        character, folded = chr(point), _fold(chr(point))
        # A separator stays as it is: no index names those that are folded to others.
        self[point] = character if folded and _class_implies(character, folded) else folded
        return self[point]


CLASSES, FOLDS = _Classes(), _Folds()


def fold(character: str) -> str:
    """Lower case, without compatibility forms and accents, Simplified, in hiragana. Folding twice changes nothing."""
    return FOLDS[ord(character)]


def class_of(character: str) -> int:
    return classes()[ord(character)]


def folds_to(characters: frozenset[str]) -> dict[int, str]:
    """The code points that are folded to a text of these characters; separators in it do not matter."""
    return {point: text for point, text in _all_folds().items() if characters.issuperset(_without_separators(text))}


def _without_separators(text: str) -> list[str]:
    return [character for character in text if class_of(character) != SEPARATOR]


@cache
def _all_folds() -> dict[int, str]:
    """Every code point that is folded to another text, without those whose class implies it."""
    blocks = (range(first, min(first + _BLOCK, _END)) for first in range(0, _END, _BLOCK))
    points = (point for block in blocks if _may_fold("".join(map(chr, block))) for point in block)
    characters = (chr(point) for point in points if _may_fold(chr(point)))
    folds = ((ord(character), _fold(character)) for character in characters)
    return {point: text for point, text in folds if text != chr(point) and not _class_implies(chr(point), text)}


def _class_implies(character: str, text: str) -> bool:
    character_class = class_of(character)
    return character_class == IGNORED or (character_class == SEPARATOR and text != "" and not _without_separators(text))


def _may_fold(characters: str) -> bool:
    """Whether one of these characters may fold to another: a quick test, for the many that do not."""
    if _HANGUL <= characters[0] <= characters[-1] <= _LAST_HANGUL:
        return False  # a syllable decomposes, but composes again
    decomposed = unicodedata.normalize("NFKD", characters)
    if decomposed != characters or characters.casefold().lower() != characters:
        return True
    return not _exceptions().isdisjoint(characters)


@cache
def _exceptions() -> frozenset[str]:
    return frozenset({*_SPELLED_OUT, *_SAME_LETTER, *_simplified()})


def _fold(character: str) -> str:
    if class_of(character) == IGNORED:
        return ""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", character).casefold().lower())
    plain = "".join(_SPELLED_OUT.get(part, part) for part in unicodedata.normalize("NFD", plain))
    plain = unicodedata.normalize("NFC", "".join(part for part in plain if class_of(part) != IGNORED))
    return "".join(_SAME_LETTER.get(part) or _simplified().get(part, part) for part in plain)


@cache
def _simplified() -> dict[str, str]:
    """The Simplified form of each Traditional character. By character: words are cut only afterwards."""
    traditional = [chr(point) for first, last in HAN for point in range(first, last + 1)]
    converted = OpenCC("t2s").convert("\n".join(traditional)).split("\n")
    pairs = {old: new for old, new in zip(traditional, converted, strict=True) if old != new}
    return {old: pairs.get(new, new) for old, new in pairs.items() if len(new) == 1}
