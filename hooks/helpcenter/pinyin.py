"""How characters sound: pinyin without tones. People type it outright, or pick a wrong character of the right sound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from pypinyin import Style, lazy_pinyin

from . import alphabet

_HAN = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in alphabet.HAN) + "]+")
_SYLLABLE = re.compile("[a-z]+")


@cache
def common() -> frozenset[str]:
    """The characters that most people type most: level 1 of GB 2312, rows 16 to 55."""
    rows, cells = range(0xB0, 0xD8), range(0xA1, 0xFF)
    return frozenset(bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in cells) - {""}


@cache
def syllable(character: str) -> str:
    """The usual reading of a character, as in 'zhuan'; empty where it has none."""
    return _plain(lazy_pinyin(character, style=Style.NORMAL)[0])


def runs(text: str) -> Iterator[list[tuple[str, str]]]:
    """The runs of characters in a folded text, each character with its reading in this very context."""
    for match in _HAN.finditer(text):
        readings = lazy_pinyin(match[0], style=Style.NORMAL)
        if len(readings) == len(match[0]):
            yield list(zip(match[0], map(_plain, readings), strict=True))


def initials(text: str, shortest: int = 2, longest: int = 3) -> Iterator[str]:
    """Every sequence of first letters in a folded text: 'zjc' for three characters read zhu, ji, ci."""
    for run in runs(text):
        letters = "".join(reading[:1] or " " for _, reading in run)
        for length in range(shortest, longest + 1):
            for start in range(len(letters) - length + 1):
                if " " not in letters[start : start + length]:
                    yield letters[start : start + length]


def other_readings(texts: Iterable[str]) -> list[tuple[str, str]]:
    """Characters that are read otherwise than usual somewhere in the folded texts, with that reading; in order."""
    pairs = {pair for text in texts for run in runs(text) for pair in run}
    return sorted((character, reading) for character, reading in pairs if reading and reading != syllable(character))


def _plain(reading: str) -> str:
    return reading if _SYLLABLE.fullmatch(reading) else ""
