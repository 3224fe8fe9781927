"""Small numbers as words: what one language writes with a digit, another may spell out."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import yaml

_LETTER = r"[^\W\d_]"


def spelled(text: str, language: str) -> Counter[str]:
    """How often a text has each number as a word, by its digits; nothing for a language that is not listed."""
    pattern, numbers = _words(language.partition("-")[0])
    return Counter(numbers[word.casefold()] for word in pattern.findall(text)) if pattern else Counter()


@cache
def _words(language: str) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    listed = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text("utf-8"))
    is_spaced = language in listed["spaced"]
    forms = (listed["spaced"] | listed["unspaced"]).get(language, [])
    numbers = {word: str(number) for number, words in enumerate(forms, 1) for word in words.split("|")}
    words = "|".join(sorted(numbers, key=len, reverse=True))
    pattern = rf"(?<!{_LETTER})(?:{words})(?!{_LETTER})" if is_spaced else words
    return re.compile(pattern, re.IGNORECASE) if words else None, numbers
