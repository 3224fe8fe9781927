"""One list of the characters that nobody sees."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from handrail.schema.invisible import INVISIBLE, described
from handrail.secrets.normalization import normalize

NEEDED = {"\t", "\n", "\u200c", "\u200d"}
"""Space, and joiners, which some scripts need."""
STYLES = {"Mn", "Mc", "Me", "Lm"}
"""Accents, and what chooses the form of the character before."""


def test_every_control_and_format_character_is_on_it() -> None:
    for code in range(0x80):
        assert bool(described(chr(code))) == (unicodedata.category(chr(code)) == "Cc" and chr(code) not in NEEDED)
    seen = [chr(code) for code in range(sys.maxunicode) if unicodedata.category(chr(code)) == "Cf"]
    left_out = {character for character in seen if not INVISIBLE.search(character)} - NEEDED
    assert {unicodedata.name(character).split()[0] for character in left_out} <= VISIBLE


VISIBLE = {"ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN", "SHORTHAND"}
"""Signs of numbers, verses and hieroglyphs that are drawn, though Unicode calls them format characters."""


def test_whatever_the_guard_passes_over_is_on_it() -> None:
    for character in map(chr, [*range(0x3200), *range(0xFE00, 0x10000), *range(0xE0000, 0xE0080)]):
        is_style = unicodedata.category(character) in STYLES or character in NEEDED
        if normalize(f"a{character}b").text == "ab" and not is_style:
            assert described(character), hex(ord(character))


@pytest.mark.parametrize("text", ["می\u200cخواهم", "👩\u200d💻", "⚠\ufe0f", "क्\u200dष", "naïve", "a\tb\n"])
def test_what_writing_needs_is_not(text: str) -> None:
    assert described(text) == ""


@pytest.mark.parametrize("text", ["a\u200db", "a\u200cb", "a\u202eb", "a\u2066b", "\ufeff", "a\u00adb", "x\U000e0041"])
def test_what_changes_how_a_text_reads_is(text: str) -> None:
    assert described(text).startswith("invisible character U+")
