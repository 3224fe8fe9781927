"""Finds private keys in pieces: with spaces, line ends, hyphens or commas in between, or as a list of bytes.

assets/secrets/split_keys.js does exactly the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from handrail.secrets.checksums import has_secret_numbers
from handrail.secrets.hex_keys import judge_hex
from handrail.secrets.rules import pattern
from handrail.secrets.word_runs import Match

_LONGEST, _LONGEST_EXTENDED = 58, 111
_SHORTEST = 51
_BYTES = (32, 64)
"""How many bytes a key has."""
_VARIED = 0.6
"""The share of different bytes in a key, at least. Tables and pictures repeat themselves."""

_HEX = re.compile("(?<![0-9A-Za-z])[0-9A-Fa-f]{2,63}(?![0-9A-Za-z])")

_NUMBERS = re.compile(r"(?<=[,; \t\r\n])(?:(?:0x[0-9a-f]{2}|[0-9]{1,3})[,; \t\r\n]{1,3}){2}")
_SIX_DIGITS = re.compile(r"[0-9]{6}[- ,\t\r\n]")
"""What every list of bytes, and of groups of digits, holds, and few texts do."""

Span = tuple[int, int]


def find(text: str, lower: str, field: str, checksum_rule: Callable[[str], str]) -> Iterator[Match]:
    for first in _first().finditer(text):
        yield from _find_checked(text, *first.span(), checksum_rule)
    yield from _find_hex(text, lower, field)
    for match in pattern("bytes").finditer(lower) if _NUMBERS.search(lower) else ():
        numbers = [int(number, 16 if number.startswith("0x") else 10) for number in pattern("byte").findall(match[1])]
        if len(numbers) in _BYTES and max(numbers) < 256 and len(set(numbers)) >= len(numbers) * _VARIED:
            yield "key-bytes", *match.span(1)
    for match in pattern("secret_numbers").finditer(lower) if _SIX_DIGITS.search(lower) else ():
        if has_secret_numbers(pattern("number").findall(match[1])):
            yield "key-bytes", *match.span(1)


@cache
def _first() -> re.Pattern[str]:
    """Matches the first piece of a key that has a checksum."""
    return re.compile(f"(?<![0-9A-Za-z]){pattern('joined').pattern.strip('^')}[0-9A-Za-z]*")


@cache
def _next() -> re.Pattern[str]:
    """Matches the piece after another, with what is between them."""
    return re.compile(f"{pattern('gap').pattern.strip('^$')}\\n?([0-9A-Za-z]+)")


def _find_checked(text: str, start: int, end: int, checksum_rule: Callable[[str], str]) -> Iterator[Match]:
    """A key with a checksum that is cut into pieces, of which the first is there. All are of the letters of Base58."""
    whole = text[start:end]
    longest = _LONGEST_EXTENDED if pattern("extended_start").search(whole) else _LONGEST
    while pattern("base58").search(whole) and (piece := _next().match(text, end)):
        end = piece.end()
        whole += piece[1]
        if len(whole) > longest:
            return
        rule = checksum_rule(whole) if len(whole) >= _SHORTEST and pattern("whole").search(whole) else ""
        if rule:
            yield rule, start, end
            return


def _find_hex(text: str, lower: str, field: str) -> Iterator[Match]:
    """Hex digits that are cut into pieces."""
    pieces: list[Span] = []
    for start, end in [*(match.span() for match in _HEX.finditer(text)), (len(text),) * 2]:
        if pieces and not (start < end and pattern("gap").search(text[pieces[-1][1] : start])):
            if len(pieces) > 1 and pattern("hex").search("".join(text[first:last] for first, last in pieces)):
                yield from judge_hex(lower, pieces[0][0], pieces[-1][1], field)
            pieces = []
        pieces.append((start, end))
