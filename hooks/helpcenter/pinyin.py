"""How characters sound: pinyin without tones. People type it outright, or pick a wrong character of the right sound."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from unicodedata import normalize

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
from pypinyin.seg.mmseg import seg

from . import alphabet

_HAN = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in alphabet.HAN) + "]+")
_SYLLABLE = re.compile("[a-z]+")
_TONES = "\u0300\u0301\u0304\u030c"

Run = tuple[tuple[str, str], ...]
"""Characters that stand together, each with its reading in this very context."""


@cache
def common() -> frozenset[str]:
    """The characters that most people type most: level 1 of GB 2312, rows 16 to 55."""
    rows, cells = range(0xB0, 0xD8), range(0xA1, 0xFF)
    return frozenset(bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in cells) - {""}


@cache
def syllable(character: str) -> str:
    """The usual reading of a character, as in 'zhuan'; empty where it has none."""
    return _plain(PINYIN_DICT.get(ord(character), "").partition(",")[0])


def runs(text: str) -> list[Run]:
    """The runs of characters in a folded text."""
    return [_run(characters) for characters in _HAN.findall(text)]


@cache
def _run(characters: str) -> Run:
    """As lazy_pinyin reads them; a test holds the two together. That one takes five times as long."""
    run: list[tuple[str, str]] = []
    for word in seg.cut(characters):
        spoken = PHRASES_DICT.get(word) or [[syllable(character)] for character in word]
        run += ((character, _plain(readings[0])) for character, readings in zip(word, spoken, strict=True))
    return tuple(run)


def initials(runs: Iterable[Run], shortest: int = 2, longest: int = 3) -> set[str]:
    """Every sequence of first letters: 'zjc' for three characters read zhu, ji, ci."""
    lines = ["".join(reading[:1] or " " for _, reading in run) for run in runs]
    found = {
        line[start : start + length]
        for line in lines
        for length in range(shortest, longest + 1)
        for start in range(len(line) - length + 1)
    }
    return {letters for letters in found if " " not in letters}


def other_readings(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs of a character and a reading that is not its usual one; in order."""
    return sorted((character, reading) for character, reading in pairs if reading and reading != syllable(character))


@cache
def _plain(reading: str) -> str:
    """A syllable without its tone, and with v for ü, as it is typed."""
    plain = "".join(letter for letter in normalize("NFD", reading) if letter not in _TONES)
    plain = normalize("NFC", plain).replace("ü", "v")
    return plain if _SYLLABLE.fullmatch(plain) else ""
