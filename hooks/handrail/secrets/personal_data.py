"""Finds what support does not need and nobody should send: codes, passwords, and numbers that name a person.

assets/secrets/personal_data.js does exactly the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.secrets import checksums
from handrail.secrets.normalization import NormalizedText
from handrail.secrets.rules import pattern
from handrail.secrets.word_runs import Match

_SEPARATORS = ":=是为為"
"""What makes any text after the word a password. Without one, it takes a digit."""


def find(normalized: NormalizedText) -> Iterator[Match]:
    lower = normalized.lower
    for rule, is_right in (("code", None), ("card", _is_card), ("identity", checksums.mod_11_2), ("phone", None)):
        for match in pattern(rule).finditer(lower):
            if is_right is None or is_right(match[1]):
                yield rule, *match.span(1)
    for match in pattern("password").finditer(lower):
        if any(character in match[1] for character in _SEPARATORS) or any(
            character in "0123456789" for character in match[2]
        ):
            yield "password", *match.span(2)


def _is_card(text: str) -> bool:
    return checksums.luhn(text.replace(" ", "").replace("-", ""))
