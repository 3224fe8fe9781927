"""The characters of an index sorted by their pronunciation, and ranked by how common they are in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from handrail.assets.bitstream import Bits
from handrail.search import character_table, pinyin
from handrail.search.inverted_index import InvertedIndex

FIRST, END = 0x3400, 0xA000
"""The code points of characters with a pronunciation. Rarer ones are words of their own."""
MIN_CHARACTERS = 200
"""An index with so many different characters is of a language written in them."""


@dataclass(frozen=True)
class Pronunciation:
    """The characters of an index and the common ones of their language."""

    usual: dict[str, str]
    """The usual syllable of each character; sorted by syllable, then by character."""
    alternatives: list[tuple[str, str]]
    """Characters that are sometimes pronounced otherwise, with that syllable."""
    frequencies: dict[str, int]
    """In how many articles a character stands, of those in any."""

    @cached_property
    def positions(self) -> dict[str, int]:
        return {character: position for position, character in enumerate(self.usual)}

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The most common first, as far as levels tell them apart."""
        ranked = sorted(self.positions, key=lambda character: (-self.level(character), self.positions[character]))
        return {character: rank for rank, character in enumerate(ranked)}

    def level(self, character: str) -> int:
        return self.frequencies.get(character, 0).bit_length()

    @property
    def syllables(self) -> list[str]:
        """All syllables in order; the empty one first, if any character has none."""
        return sorted({*self.usual.values(), *(syllable for _, syllable in self.alternatives)})

    def write(self, bits: Bits) -> None:
        """The syllables, the characters, the syllable and the level of each, then the alternatives."""
        numbers = {syllable: number for number, syllable in enumerate(self.syllables)}
        bits.gamma(len(numbers))
        previous = ""
        for syllable in numbers:
            bits.word(syllable, previous)
            previous = syllable
        characters = sorted(self.usual)
        bits.gamma(len(characters))
        bits.ascending([ord(character) - FIRST for character in characters], END - FIRST)
        for character in characters:
            bits.below(numbers[self.usual[character]], len(numbers))
            bits.rice(self.level(character), 1)
        bits.gamma(len(self.alternatives))
        for character, syllable in self.alternatives:
            bits.gamma(self.positions[character])
            bits.gamma(numbers[syllable])


def pronunciation(index: InvertedIndex) -> Pronunciation:
    in_index = {character for character in index.characters if FIRST <= ord(character) < END}
    characters = set(in_index)
    if len(characters) >= MIN_CHARACTERS:
        characters |= {character for character in pinyin.common() if character_table.fold(character) == character}
    alternatives = pinyin.alternatives(index.syllables)
    usual = sorted((pinyin.syllable(character), character) for character in characters)
    return Pronunciation(
        {character: syllable for syllable, character in usual},
        [(character, syllable) for character, syllable in alternatives if character in characters],
        {character: index.frequency(character) for character in in_index},
    )
