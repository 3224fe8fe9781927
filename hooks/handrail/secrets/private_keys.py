"""Finds private keys in all the forms that wallets give them out in.

assets/secrets/private_keys.js does exactly the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from handrail.secrets import checksums
from handrail.secrets.normalization import NormalizedText
from handrail.secrets.rules import pattern, rules
from handrail.secrets.word_runs import Match

NEAR = 40
"""Characters within which a word for private key says what 64 hex digits are."""
HASH_FIELD = "hash"
"""The name of the field where 64 hex digits are a transaction hash."""

_ENCRYPTED, _EXTENDED = 58, 111
_CHECKED = (51, 52, _ENCRYPTED, _EXTENDED)
"""The lengths of the keys that have a checksum. Only these are also looked for in pieces."""
_SHORTEST = min(_CHECKED)
"""The length that nothing falls short of but a piece of a key."""
_SPACES = " \t\r\n"


def find(normalized: NormalizedText, field: str) -> Iterator[Match]:
    tokens = [match.span() for match in pattern("token").finditer(normalized.text)]
    gaps = [False, *(not normalized.text[end:start].strip(_SPACES) for (_, end), (start, _) in pairwise(tokens))]
    for index, (start, end) in enumerate(tokens):
        token = normalized.text[start:end]
        is_long = end - start >= _SHORTEST
        rule = is_long and (_checksum_rule(token) or _shape_rule(token, normalized.lower, start))
        if rule:
            yield rule, start, end
        elif is_long and pattern("hex").search(token):
            yield from _judge_hex(normalized.lower, start, end, field)
        elif pattern("joined").search(token):
            yield from _find_split_key(normalized.text, tokens, gaps, index)
    yield from _find_split_hex(normalized, tokens, field)
    for match in pattern("pem").finditer(normalized.lower):
        yield "key-pem", *match.span()
    yield from _find_keystore(normalized.lower)


def _checksum_rule(token: str) -> str:
    """The rule of a key whose checksum is right; empty for all else."""
    if len(token) not in _CHECKED or not pattern("base58").search(token):
        return ""
    data = checksums.base58check(token)
    if len(data) == 33 or (len(data) == 34 and data[33] == 1):
        return "key-wif"
    if len(data) == 39 and data[0] == 1 and data[1] in (0x42, 0x43):
        return "key-encrypted"
    if len(data) == 78:
        return "key-public" if data[45] else "key-extended"
    return ""


def _shape_rule(token: str, lower: str, start: int) -> str:
    """The rule of a key without a checksum, or with a wrong one."""
    if pattern("bech32").search(token.lower()):
        return "key-bech32"
    if 86 <= len(token) <= 88 and pattern("base58").search(token):
        return "" if _is_linked(lower, start) else "key-base58"  # the name of a transaction can look the same
    if pattern("public").search(token):
        return "key-public"
    if any(pattern(name).search(token) for name in ("wif", "encrypted", "extended")):
        return "key-shape"
    return ""


def _find_split_key(text: str, tokens: Sequence[tuple[int, int]], gaps: Sequence[bool], index: int) -> Iterator[Match]:
    """A key with a checksum that spaces or line ends cut into pieces. `gaps` are true before pieces of something."""
    start, end = tokens[index]
    longest = _EXTENDED if pattern("extended_start").search(text[start:end]) else _ENCRYPTED
    length = end - start
    for next in range(index + 1, len(tokens)):
        begin, end = tokens[next]
        length += end - begin
        if length > longest or not gaps[next]:
            return
        if length in _CHECKED:
            whole = "".join(text[first:last] for first, last in tokens[index : next + 1])
            rule = _checksum_rule(whole) if pattern("whole").search(whole) else ""
            if rule:
                yield rule, start, end
                return


def _find_split_hex(normalized: NormalizedText, tokens: Sequence[tuple[int, int]], field: str) -> Iterator[Match]:
    """64 hex digits that spaces or line ends cut into pieces of four and more."""
    pieces: list[tuple[int, int]] = []
    for start, end in [*tokens, (len(normalized.text),) * 2]:
        is_piece = 4 <= end - start < 64 and pattern("hex_piece").search(normalized.text[start:end])
        if pieces and (not is_piece or normalized.text[pieces[-1][1] : start].strip(_SPACES)):
            if pattern("hex").search("".join(normalized.text[begin:stop] for begin, stop in pieces)):
                yield from _judge_hex(normalized.lower, pieces[0][0], pieces[-1][1], field)
            pieces = []
        if is_piece:
            pieces.append((start, end))


def _judge_hex(lower: str, start: int, end: int, field: str) -> Iterator[Match]:
    """64 hex digits: fine as a link, a key near a word for one, fine in the field for them, else a question."""
    if _is_linked(lower, start):
        return
    around = (lower[max(0, start - NEAR) : start], lower[end : end + NEAR])
    if any(pattern("private_key").search(part) for part in around):
        yield "key-hex", start, end
    elif field != HASH_FIELD:
        yield "key-or-hash", start, end


def _is_linked(lower: str, start: int) -> bool:
    """Whether right before there stands what leads to a transaction in an explorer's address."""
    return any(lower.endswith(link, 0, start) for link in rules()["links"])


def _find_keystore(lower: str) -> Iterator[Match]:
    """The three names that every encrypted key file has, with the braces around them."""
    names: list[re.Match[str]] = list(pattern("store").finditer(lower))
    if len({match.lastindex for match in names}) == 3:
        first, last = names[0].start(), names[-1].end()
        opening, closing = lower.rfind("{", 0, first + 1), lower.rfind("}", last)
        yield "key-store", max(opening, 0) if opening >= 0 else first, closing + 1 or len(lower)
