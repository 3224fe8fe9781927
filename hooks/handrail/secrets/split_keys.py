"""Finds private keys in pieces: with spaces, line ends, hyphens or commas in between, or as a list of bytes.

assets/secrets/split_keys.js does exactly the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from handrail.secrets.checksums import has_secret_numbers
from handrail.secrets.hex_keys import judge_hex
from handrail.secrets.normalization import NormalizedText
from handrail.secrets.rules import pattern
from handrail.secrets.word_runs import Match

_LONGEST, _LONGEST_EXTENDED = 58, 111
_SHORTEST = 51
_BYTES = (32, 64)
"""How many bytes a key has."""
_VARIED = 0.6
"""The share of different bytes in a key, at least. Tables and pictures repeat themselves."""

Span = tuple[int, int]


def find(
    normalized: NormalizedText, tokens: Sequence[Span], field: str, checksum_rule: Callable[[str], str]
) -> Iterator[Match]:
    text, lower = normalized.text, normalized.lower
    gaps = [bool(pattern("gap").search(text[end:start])) for (_, end), (start, _) in pairwise([(0, 0), *tokens])]
    for index, (start, end) in enumerate(tokens):
        if pattern("joined").search(text[start:end]):
            yield from _find_checked(text, tokens, gaps, index, checksum_rule)
    yield from _find_hex(text, lower, tokens, gaps, field)
    for match in pattern("bytes").finditer(lower):
        numbers = [int(number, 16 if number.startswith("0x") else 10) for number in pattern("byte").findall(match[1])]
        if len(numbers) in _BYTES and max(numbers) < 256 and len(set(numbers)) >= len(numbers) * _VARIED:
            yield "key-bytes", *match.span(1)
    for match in pattern("secret_numbers").finditer(lower):
        if has_secret_numbers(pattern("number").findall(match[1])):
            yield "key-bytes", *match.span(1)


def _find_checked(
    text: str, tokens: Sequence[Span], gaps: Sequence[bool], index: int, checksum_rule: Callable[[str], str]
) -> Iterator[Match]:
    """A key with a checksum that is cut into pieces. `gaps` are true before pieces of something."""
    start, end = tokens[index]
    longest = _LONGEST_EXTENDED if pattern("extended_start").search(text[start:end]) else _LONGEST
    length = end - start
    for next in range(index + 1, len(tokens)):
        begin, end = tokens[next]
        length += end - begin
        if length > longest or not gaps[next]:
            return
        if length >= _SHORTEST:
            whole = "".join(text[first:last] for first, last in tokens[index : next + 1])
            rule = checksum_rule(whole) if pattern("whole").search(whole) else ""
            if rule:
                yield rule, start, end
                return


def _find_hex(text: str, lower: str, tokens: Sequence[Span], gaps: Sequence[bool], field: str) -> Iterator[Match]:
    """Hex digits that are cut into pieces."""
    pieces: list[Span] = []
    for (start, end), is_joined in [*zip(tokens, gaps, strict=True), ((len(text),) * 2, False)]:
        is_piece = 2 <= end - start < 64 and bool(pattern("hex_piece").search(text[start:end]))
        if pieces and not (is_piece and is_joined):
            if len(pieces) > 1 and pattern("hex").search("".join(text[first:last] for first, last in pieces)):
                yield from judge_hex(lower, pieces[0][0], pieces[-1][1], field)
            pieces = []
        if is_piece:
            pieces.append((start, end))
