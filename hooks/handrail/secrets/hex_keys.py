"""Tells private keys from transaction hashes, which look the same: by the field, and by what stands around them.

assets/secrets/hex_keys.js does exactly the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.secrets.rules import pattern, rules
from handrail.secrets.word_runs import Match

NEAR = 40
"""Characters within which a word for private key says what hex digits are."""
HASH_FIELD = "hash"
"""The name of the field where hex digits are a transaction hash."""


def judge_hex(lower: str, start: int, end: int, field: str) -> Iterator[Match]:
    """Hex digits: a key near a word for one, and what `judge` says of other keys."""
    around = (lower[max(0, start - NEAR) : start], lower[end : end + NEAR])
    if not is_linked(lower, start) and any(pattern("private_key").search(part) for part in around):
        yield "key-hex", start, end
    else:
        yield from judge(lower, start, end, field)


def judge(lower: str, start: int, end: int, field: str) -> Iterator[Match]:
    """What may be a hash or a signature: fine as a link, fine in the field for them, else a question."""
    if field != HASH_FIELD and not is_linked(lower, start):
        yield "key-or-hash", start, end


def is_linked(lower: str, start: int) -> bool:
    """Whether right before there stands what leads to a transaction in an explorer's address."""
    return any(lower.endswith(link, 0, start) for link in rules()["links"])
