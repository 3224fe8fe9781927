"""Finds what support does not need and nobody should send: codes, passwords, and numbers that name a person.

assets/secrets/personal_data.js does exactly the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.secrets import checksums
from handrail.secrets.normalization import Plain
from handrail.secrets.rules import pattern
from handrail.secrets.word_runs import Found

_SEPARATORS = ":=是为為"
"""What makes any text after the word a password. Without one, it takes a digit."""


def find(plain: Plain) -> Iterator[Found]:
    lower = plain.lower
    for rule, is_right in (("code", None), ("card", _is_card), ("identity", checksums.mod_11_2), ("phone", None)):
        for match in pattern(rule).finditer(lower):
            if is_right is None or is_right(match[1]):
                yield rule, *match.span(1)
    for match in pattern("password").finditer(lower):
        if any(one in match[1] for one in _SEPARATORS) or any(one in "0123456789" for one in match[2]):
            yield "password", *match.span(2)


def _is_card(text: str) -> bool:
    return checksums.luhn(text.replace(" ", "").replace("-", ""))
