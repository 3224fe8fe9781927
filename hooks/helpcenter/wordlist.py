"""The word lists of recovery phrases (BIP-39), and how they travel: small, in one script.

English and Chinese are shipped whole: Chinese needs its order for the checksum, English its letters for typing errors.
Of the other lists the script has fingerprints only, of 18 bits a word: two fifths of their size. One word in
nineteen that is in no list has the fingerprint of one that is; eleven of twelve in a row do not.
The lists come from the package `mnemonic`; nothing of them is in this repository.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from .disguise import plain_word

WHOLE = ("english", "chinese_simplified", "chinese_traditional")
FINGERPRINTED = ("japanese", "korean", "french", "italian", "spanish", "czech", "portuguese")
"""Together these are the languages that the guard claims, in the names that `mnemonic` gives them."""

_BITS = 18
_FIRST, _REACH = 40, 80
"""Gaps are written as characters from the first one on; a tilde adds the reach."""


@cache
def rules() -> dict[str, Any]:
    """What guard.yml says."""
    loaded: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("guard.yml").read_text("utf-8"))
    return loaded


@cache
def words(language: str) -> tuple[str, ...]:
    """The 2,048 words of a list in its order, as plain lower text has them."""
    text = files("mnemonic").joinpath("wordlist", f"{language}.txt").read_text("utf-8")
    found = tuple(map(plain_word, text.split()))
    if len(found) != 2048:
        raise ValueError(f"mnemonic: the list '{language}' has {len(found)} words instead of 2048")
    return found


@cache
def english() -> frozenset[str]:
    return frozenset(words("english"))


@cache
def english_starts() -> frozenset[str]:
    """Four letters are enough to know a word; metal plates have no room for more."""
    return frozenset(word[:4] for word in words("english"))


@cache
def chinese() -> tuple[dict[str, int], dict[str, int]]:
    """The place of each character, in the Simplified and in the Traditional list."""
    simplified, traditional = ({one: place for place, one in enumerate(words(list))} for list in WHOLE[1:])
    return simplified, traditional


@cache
def fingerprints() -> frozenset[int]:
    """The fingerprints of all other lists together."""
    return frozenset(fingerprint(word) for language in FINGERPRINTED for word in words(language))


def fingerprint(word: str) -> int:
    """FNV-1a of the UTF-16 units of a word, folded to 18 bits."""
    value = 0x811C9DC5
    for unit in map(ord, word):
        value = (value ^ unit) * 0x01000193 & 0xFFFFFFFF
    return (value ^ value >> _BITS) & (1 << _BITS) - 1


def script() -> str:
    """The module contact/wordlists.js: the lists in few bytes, and what guard.yml says."""
    values = {
        "english": _deltas(words("english")),
        "simplified": "".join(words("chinese_simplified")),
        "traditional": "".join(
            "." if ours == theirs else theirs for ours, theirs in zip(*map(words, WHOLE[1:]), strict=True)
        ),
        "others": _gaps(sorted(fingerprints())),
        "rules": rules(),
    }
    lines = (
        f"export const {name} = {json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n"
        for name, value in values.items()
    )
    return "// Made at build time. The word lists are those of BIP-39.\n" + "".join(lines)


def _deltas(ordered: Iterable[str]) -> str:
    """Words in ascending order: a capital says how many letters of the word before stay (A for none)."""
    parts, before = [], ""
    for word in ordered:
        same = next((n for n, (a, b) in enumerate(zip(word, before, strict=False)) if a != b), len(before))
        parts.append(chr(ord("A") + same) + word[same:])
        before = word
    return "".join(parts)


def _gaps(ascending: Iterable[int]) -> str:
    parts, expected = [], 0
    for number in ascending:
        tildes, rest = divmod(number - expected, _REACH)
        parts.append("~" * tildes + chr(_FIRST + rest))
        expected = number + 1
    return "".join(parts)
