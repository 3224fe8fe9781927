"""Pinyin without tones: people type it as such, or pick a wrong character that sounds right.

The words and syllables are those of pypinyin. Its files are read here, and a word's syllables only where the word is
in a text: to import the package costs a small build more than the rest of its index, and tens of megabytes.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from unicodedata import normalize

from handrail.search import character_table

_HAN = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in character_table.HAN) + "]+")
_SYLLABLE = re.compile("[a-z]+")
_ENTRY = re.compile(r'"([^"]+)":\s*(\[[^:]*\])')
"""A word in the file of words, and its syllables: a list for each of its characters, the usual one first."""
_FIRST = re.compile(r'\[\s*"([^"]*)"')
_TONES = "\u0300\u0301\u0304\u030c"

Run = tuple[tuple[str, str], ...]
"""Adjacent characters, each with its syllable in this context."""


@cache
def common() -> frozenset[str]:
    """The characters that most people type most: level 1 of GB 2312, rows 16 to 55."""
    rows, cells = range(0xB0, 0xD8), range(0xA1, 0xFF)
    return frozenset(bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in cells) - {""}


@cache
def syllable(character: str) -> str:
    """The usual syllable of a character, as in 'zhuan'; empty where it has none."""
    return _plain(_syllables().get(str(ord(character)), "").partition(",")[0])


def runs(text: str) -> list[Run]:
    """The runs of characters in a folded text."""
    return [_run(characters) for characters in _HAN.findall(text)]


@cache
def _run(characters: str) -> Run:
    """As lazy_pinyin reads them; a test holds the two together. That one takes five times as long."""
    run: list[tuple[str, str]] = []
    for word in _cut(characters):
        if len(word) == 1:
            run.append((word, syllable(word)))
        else:
            run += zip(word, map(_plain, _FIRST.findall(_words()[word])), strict=True)
    return tuple(run)


def _cut(characters: str) -> Iterator[str]:
    """The words of a run, each the longest that begins where the last one ended; single characters between them.

    Where the rest of a run is only the beginning of a word, it is cut into single characters.
    """
    known, longest, end, start = _words(), _longest(), len(characters), 0
    while start < end:
        most = longest.get(characters[start], 1)
        stop = min(end, start + most)
        while stop > start + 1 and characters[start:stop] not in known:
            stop -= 1
        if stop <= start + 1 and end - start < most and _begins_a_word(characters[start:]):
            yield from characters[start:]
            return
        yield characters[start:stop]
        start = stop


def _begins_a_word(characters: str) -> bool:
    ordered = _ordered()
    place = bisect_left(ordered, characters)
    return place < len(ordered) and ordered[place].startswith(characters)


@cache
def _ordered() -> list[str]:
    return sorted(_words())


@cache
def _longest() -> dict[str, int]:
    """The length of the longest word that begins with a character."""
    longest: dict[str, int] = {}
    for word in _words():
        longest[word[0]] = max(longest.get(word[0], 0), len(word))
    return longest


@cache
def _words() -> dict[str, str]:
    """Every word with its syllables, as the file has them."""
    return dict(_ENTRY.findall(_file("phrases_dict.json")))


@cache
def _syllables() -> dict[str, str]:
    """The syllables of every character, by its code point."""
    return dict(json.loads(_file("pinyin_dict.json")))


def _file(name: str) -> str:
    return Path(str(distribution("pypinyin").locate_file(f"pypinyin/{name}"))).read_text("utf-8")


def initials(runs: Iterable[Run], shortest: int = 2, longest: int = 3) -> set[str]:
    """Every sequence of initials: 'zjc' for three characters pronounced zhu, ji, ci."""
    lines = ["".join(syllable[:1] or " " for _, syllable in run) for run in runs]
    sequences = {
        line[start : start + length]
        for line in lines
        for length in range(shortest, longest + 1)
        for start in range(len(line) - length + 1)
    }
    return {letters for letters in sequences if " " not in letters}


def alternatives(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs of a character and a syllable that is not its usual one, sorted."""
    return sorted((character, spoken) for character, spoken in pairs if spoken and spoken != syllable(character))


@cache
def _plain(syllable: str) -> str:
    """A syllable without its tone and with v for ü, as it is typed."""
    plain = "".join(letter for letter in normalize("NFD", syllable) if letter not in _TONES)
    plain = normalize("NFC", plain).replace("ü", "v")
    return plain if _SYLLABLE.fullmatch(plain) else ""
