"""Recovery phrases as people write them: each kind is a way of writing, in all ten languages of the package `mnemonic`.

Every phrase is valid, made from entropy of a seeded generator.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from random import Random

from mnemonic import Mnemonic

CHINESE = ("chinese_simplified", "chinese_traditional")
LATIN = ("english", "french", "italian", "spanish", "czech", "portuguese")
LANGUAGES = (*LATIN, "japanese", "korean", *CHINESE)
ENTROPIES = (16, 20, 24, 28, 32)
"""Bytes for phrases of 12, 15, 18, 21 and 24 words."""

Words = list[str]

LETTERS = (("가", "가나다라마바사"), ("一", "囧齉龘"), ("ぁ", "あかさたなはま"), ("a", "abcdefghijklmnopqrstuvwxyz"))
"""From the first character of a script on: letters to mistype with."""


def phrase(language: str, entropy: bytes) -> Words:
    return _generator(language).to_mnemonic(entropy).split()


@cache
def _generator(language: str) -> Mnemonic:
    return Mnemonic(language)


def language_of(words: Words) -> str:
    return next(language for language in LANGUAGES if _generator(language).check(" ".join(words)))


def full_width(text: str) -> str:
    return "".join(chr(ord(character) + 0xFEE0) if "!" <= character <= "~" else character for character in text)


def mistyped(words: Words, random: Random) -> Words:
    """One letter of one word more, less, other, or swapped with the next. A Chinese word becomes another character."""
    place = random.randrange(len(words))
    return [*words[:place], _mistyped_word(words[place], random), *words[place + 1 :]]


def twice_mistyped(words: Words, random: Random) -> Words:
    first, second = random.sample(range(len(words)), 2)
    return [_mistyped_word(word, random) if at in (first, second) else word for at, word in enumerate(words)]


def incomplete(words: Words, random: Random) -> Words:
    place = random.randrange(len(words))
    return words[:place] + words[place + 1 :]


def _mistyped_word(word: str, random: Random) -> str:
    word = unicodedata.normalize("NFC", word)
    at = random.randrange(len(word))
    head, character, tail = word[:at], word[at], word[at + 1 :]
    letter = random.choice(next(letters for first, letters in LETTERS if first <= character))
    if len(word) < 4:
        return head + letter + tail
    return random.choice(
        (head + tail, head + letter + tail, head + letter + character + tail, head + tail[:1] + character + tail[1:])
    )
