"""The characters of an index in the order of their sounds, and in that of how common they are in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from handrail.assets.bitstream import Bits
from handrail.search import character_table, pinyin
from handrail.search.inverted_index import Index

FIRST, END = 0x3400, 0xA000
"""The code points of characters that sound. Rarer ones are words of their own."""
ENOUGH = 200
"""An index with so many different characters is one of a language written in them."""


@dataclass(frozen=True)
class Sounds:
    """The characters of an index and the common ones of their language."""

    readings: dict[str, str]
    """The usual reading of each character; in the order of readings, then of characters."""
    others: list[tuple[str, str]]
    """Characters that are sometimes read otherwise, with that reading."""
    frequencies: dict[str, int]
    """In how many articles those stand that stand in any."""

    @cached_property
    def places(self) -> dict[str, int]:
        return {character: place for place, character in enumerate(self.readings)}

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The most common first, as far as levels tell them apart."""
        ordered = sorted(self.places, key=lambda character: (-self.level(character), self.places[character]))
        return {character: rank for rank, character in enumerate(ordered)}

    def level(self, character: str) -> int:
        return self.frequencies.get(character, 0).bit_length()

    def write(self, bits: Bits) -> None:
        """The readings, the characters, the reading and the level of each, then the other readings."""
        numbers = {reading: number for number, reading in enumerate(self.sounding)}
        bits.gamma(len(numbers))
        before = ""
        for reading in numbers:
            bits.word(reading, before)
            before = reading
        characters = sorted(self.readings)
        bits.gamma(len(characters))
        bits.ascending([ord(character) - FIRST for character in characters], END - FIRST)
        for character in characters:
            bits.below(numbers[self.readings[character]], len(numbers))
            bits.rice(self.level(character), 1)
        bits.gamma(len(self.others))
        for character, reading in self.others:
            bits.gamma(self.places[character])
            bits.gamma(numbers[reading])

    @property
    def sounding(self) -> list[str]:
        """All readings, in their order; the empty one first, if anything has none."""
        return sorted({*self.readings.values(), *(reading for _, reading in self.others)})


def sounds(index: Index) -> Sounds:
    held = {character for character in index.characters if FIRST <= ord(character) < END}
    characters = set(held)
    if len(characters) >= ENOUGH:
        characters |= {character for character in pinyin.common() if character_table.fold(character) == character}
    others = pinyin.other_readings(index.readings)
    usual = sorted((pinyin.syllable(character), character) for character in characters)
    return Sounds(
        {character: reading for reading, character in usual},
        [(character, reading) for character, reading in others if character in characters],
        {character: index.frequency(character) for character in held},
    )
