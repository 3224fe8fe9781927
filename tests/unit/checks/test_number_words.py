"""Numbers as words count as numbers."""

from __future__ import annotations

import pytest

from handrail.checks.number_words import spelled


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("Two phones, two-thirds and none.", "en-GB", {"2": 2}),
        ("Wait ten minutes, then twelve.", "en", {"10": 1, "12": 1}),
        ("Often done within the network", "en", {}),
        ("保修两年，十二个月", "zh-Hans", {"2": 1, "12": 1}),
        ("Zwölf Monate und eine Woche", "de", {"12": 1, "1": 1}),
        ("اثنا عشر شهرا", "ar", {"12": 1}),
        ("two", "xx", {}),
    ],
)
def test_words_are_counted_as_whole_words(text: str, language: str, numbers: dict[str, int]) -> None:
    assert spelled(text, language) == numbers
