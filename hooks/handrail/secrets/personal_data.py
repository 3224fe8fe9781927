"""Finds what support does not need and nobody should send: codes, passwords, and numbers that name a person.

assets/secrets/personal_data.js does exactly the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from handrail.secrets import checksums
from handrail.secrets.normalization import NormalizedText
from handrail.secrets.rules import is_named, pattern
from handrail.secrets.word_runs import Match

_SEPARATORS = ":=是为為"
"""What makes any text after the word a password. Without one, it takes a digit."""
_PHONE_DIGITS = range(9, 12)
"""Digits of telephone numbers that begin with a zero, as people dial them at home."""


def find(normalized: NormalizedText) -> Iterator[Match]:
    lower = normalized.lower
    for rule, name, is_right in _RULES:
        if not _may_match(name, lower):
            continue
        for match in pattern(name).finditer(lower):
            if is_right(match[1]):
                yield rule, *match.span(1)
    for match in pattern("password").finditer(lower) if is_named("password", lower) else ():
        if any(separator in match[1] for separator in _SEPARATORS) or any(digit in "0123456789" for digit in match[2]):
            yield "password", *match.span(2)


def _may_match(name: str, lower: str) -> bool:
    """Whether a text holds what every match of a pattern does."""
    needed, meaning = _NEEDED.get(name), _NAMED.get(name)
    return (needed is None or needed.search(lower) is not None) and (meaning is None or is_named(meaning, lower))


def _is_any(text: str) -> bool:
    return True


def _is_card(text: str) -> bool:
    return checksums.luhn(_digits(text))


def _is_phone(text: str) -> bool:
    return len(_digits(text)) in _PHONE_DIGITS and not pattern("date").search(text)


def _digits(text: str) -> str:
    return pattern("not_digit").sub("", text)


_RULES: tuple[tuple[str, str, Callable[[str], bool]], ...] = (
    ("code", "code", _is_any),
    ("code", "code_before", _is_any),
    ("card", "card", _is_card),
    ("identity", "identity_cn", checksums.mod_11_2),
    ("identity", "identity_es", checksums.mod_23),
    ("identity", "identity", _is_any),
    ("identity", "identity_named", _is_any),
    ("phone", "phone", _is_any),
    ("phone", "phone_zero", _is_phone),
    ("phone", "phone_named", _is_any),
)
"""Rules, their patterns, and what tells whether the number itself is right."""

_NINE_DIGITS = "[0-9](?:[^0-9]{0,2}[0-9]){8}"
_CODE = "[0-9]{4,8}(?![0-9a-z]|[-.:/\u5e74][0-9]|\u5e74)|[0-9]{3}[ -][0-9]{3}"
_NEEDED = {
    name: re.compile(text)
    for name, text in {
        "code": _CODE,
        "code_before": "[0-9][ ,]{0,2}(?:is|[=\u662f\u4e3a\u70ba])",
        "card": _NINE_DIGITS,
        "identity_cn": _NINE_DIGITS,
        "identity_es": "[0-9]{7}",
        "identity": f"[0-9](?:(?<=[a-z][0-9])|(?<=[a-z] [0-9]))[0-9](?:[a-z]| ?[0-9]{{2}})|{_NINE_DIGITS}",
        "phone": f"[+]|{_NINE_DIGITS}",
        "phone_zero": _NINE_DIGITS,
    }.items()
}
"""What every match of a pattern holds, and few texts do: it is much faster to look for."""
_NAMED = {"code": "code", "code_before": "code", "identity_named": "identity", "phone_named": "phone"}
"""Whose words stand in every match of a pattern."""
