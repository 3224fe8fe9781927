"""Whether a word is one of the English list with a typing error.

assets/secrets/typing_errors.js does exactly the same.
"""

from __future__ import annotations

from functools import lru_cache

from handrail.secrets.rules import rules
from handrail.secrets.wordlists import is_english

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@lru_cache(4096)
def is_typo(word: str) -> bool:
    """Whether one letter more, less, other, or swapped with the next makes it an English list word."""
    if not 2 <= len(word) <= 9:
        return False
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail and is_english(head + tail[1:]):
            return True
        if len(tail) > 1 and is_english(head + tail[1] + tail[0] + tail[2:]):
            return True
        if any(is_english(head + letter + tail) or is_english(head + letter + tail[1:]) for letter in _LETTERS):
            return True
    return False


def is_ordinary(word: str) -> bool:
    """Whether it is a word of every sentence, or the plural of a listed one."""
    return word in rules()["ordinary"] or (word.endswith("s") and is_english(word[:-1]))
