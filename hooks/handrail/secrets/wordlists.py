"""The word lists of recovery phrases (BIP-39), and how they travel: small, in one script.

English and Chinese are shipped whole: Chinese needs its order for the checksum, English its letters for typing errors.
Of each other list the script has fingerprints only, of 15 bits: a third of its size. One word in sixteen that is not
in a list has the fingerprint of one that is; eleven in a row do not.
The lists come from the package `mnemonic`; nothing of them is in this repository.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from handrail.assets.bitstream import Bits
from handrail.secrets import rules
from handrail.secrets.normalization import normalize_word

WHOLE = ("english", "chinese_simplified", "chinese_traditional")
FINGERPRINTED = ("japanese", "korean", "french", "italian", "spanish", "czech", "portuguese")
"""Together these are the languages that the guard claims, in the names that `mnemonic` gives them."""

ENGLISH = 0
SPELLED = 1 + len(FINGERPRINTED)
"""The lists of words in letters: English, then those with fingerprints. Each has a bit of its own."""
PREFIXES, CHINESE = SPELLED, SPELLED + 1
"""The bits of the first four letters of English words, and of the characters of both Chinese lists."""
COUNT = SPELLED + 2

SHORTEST, LONGEST = 3, 11
"""Letters of the words that are in a list."""

_BITS = 15
_HAN, _HAN_BITS = 0x4E00, 15
"""The first of the code points that the characters of the Chinese lists have, and the bits of their number from it."""


@cache
def words(language: str) -> tuple[str, ...]:
    """The 2,048 words of a list in its order, as plain lower text has them."""
    text = files("mnemonic").joinpath("wordlist", f"{language}.txt").read_text("utf-8")
    listed = tuple(map(normalize_word, text.split()))
    if len(listed) != 2048:
        raise ValueError(f"mnemonic: the list '{language}' has {len(listed)} words instead of 2048")
    return listed


@cache
def _english() -> frozenset[str]:
    return frozenset(words("english"))


@cache
def _english_prefixes() -> frozenset[str]:
    """Four letters are enough to know a word; metal plates have no room for more."""
    return frozenset(word[:4] for word in words("english"))


def is_english(word: str) -> bool:
    return word in _english()


@cache
def chinese() -> tuple[dict[str, int], dict[str, int]]:
    """The place of each character, in the Simplified and in the Traditional list."""
    simplified, traditional = ({character: index for index, character in enumerate(words(list))} for list in WHOLE[1:])
    return simplified, traditional


@cache
def _fingerprints() -> tuple[tuple[int, ...], ...]:
    """Those of each list, in ascending order."""
    return tuple(tuple(sorted({_fingerprint(word) for word in words(language)})) for language in FINGERPRINTED)


@cache
def _lists_by_fingerprint() -> dict[int, int]:
    lists: dict[int, int] = {}
    for code, fingerprints in enumerate(_fingerprints(), 1):
        for fingerprint in fingerprints:
            lists[fingerprint] = lists.get(fingerprint, 0) | 1 << code
    return lists


@lru_cache(1 << 15)
def lists_of(word: str) -> int:
    """A bit for each list that a word is in, or seems to be in by its fingerprint."""
    if len(word) == 1:
        return (1 << CHINESE) * any(word in known for known in chinese())
    prefix = (1 << PREFIXES) * (len(word) <= 4 and word in _english_prefixes())
    if not SHORTEST <= len(word) <= LONGEST:
        return 0
    return prefix | is_english(word) | _lists_by_fingerprint().get(_fingerprint(word), 0)


def words_from(letters: str, start: int) -> list[tuple[int, int]]:
    """The ends of the words in letters that start there, each with its lists."""
    ends = range(start + SHORTEST, min(start + LONGEST, len(letters)) + 1)
    found = ((end, lists_of(letters[start:end])) for end in ends)
    return [(end, lists) for end, lists in found if lists]


def _fingerprint(word: str) -> int:
    """FNV-1a of the UTF-16 units of a word, folded to 15 bits."""
    value = 0x811C9DC5
    for unit in map(ord, word):
        value = (value ^ unit) * 0x01000193 & 0xFFFFFFFF
    return (value ^ value >> _BITS) & (1 << _BITS) - 1


def javascript(kinds: Collection[str] | None = None) -> str:
    """The module secrets/wordlist_data.js: the lists, small, and what rules.yml says of secrets of these kinds."""
    bits = Bits()
    _add_characters(bits, words("chinese_simplified"), words("chinese_traditional"))
    for fingerprints in _fingerprints():
        bits.gamma(len(fingerprints))
        bits.ascending(fingerprints, 1 << _BITS)
    values = {
        "english": _front_coded(words("english")),
        "packed": base64.b64encode(bits.bytes()).decode(),
        "rules": {**rules.rules(), "actions": rules.actions(kinds)},
    }
    lines = (
        f"export const {name} = {json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n"
        for name, value in values.items()
    )
    return "// Made at build time. The word lists are those of BIP-39.\n" + "".join(lines)


def _add_characters(bits: Bits, simplified: Sequence[str], traditional: Sequence[str]) -> None:
    """The first list; then where the second one differs, and how."""
    for character in simplified:
        bits.number(ord(character) - _HAN, _HAN_BITS)
    other = [place for place, pair in enumerate(zip(simplified, traditional, strict=True)) if pair[0] != pair[1]]
    bits.gamma(len(other))
    bits.ascending(other, len(simplified))
    for place in other:
        bits.number(ord(traditional[place]) - _HAN, _HAN_BITS)


def _front_coded(ordered: Iterable[str]) -> str:
    """Words in ascending order: a capital says how many letters of the word before stay (A for none)."""
    parts, before = [], ""
    for word in ordered:
        same = next((n for n, (a, b) in enumerate(zip(word, before, strict=False)) if a != b), len(before))
        parts.append(chr(ord("A") + same) + word[same:])
        before = word
    return "".join(parts)
