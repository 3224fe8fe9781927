"""Finds private keys in all the forms that wallets give them out in.

assets/secrets/private_keys.js does exactly the same. Keys that several tokens make up are in split_keys.py, key files
in keystores.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.secrets import checksums, keystores, split_keys
from handrail.secrets.ed25519 import is_key_pair
from handrail.secrets.hex_keys import judge, judge_hex
from handrail.secrets.normalization import NormalizedText
from handrail.secrets.rules import pattern
from handrail.secrets.word_runs import Match

MAX_PAIRS = 8
"""How many texts of 64 bytes are told from signatures; each takes milliseconds. Further ones are asked about."""

_TOKEN = re.compile("[0-9A-Za-z]{28,}")
"""What may be a key: the shortest are those of Ripple."""
_LONG = re.compile("[0-9A-Za-z+/_=]{28,}")
"""Every key that is not in pieces has one of these; few texts do, so most are passed over at once."""
_ENCRYPTED, _EXTENDED = 58, 111
CHECKED = (51, 52, _ENCRYPTED, _EXTENDED)
"""The lengths of the keys that have a Base58Check checksum of Bitcoin's alphabet."""
_SEEDS = {17: b"\x21", 19: b"\x01\xe1\x4b"}
"""Family seeds of Ripple: bytes, and what they begin with."""
_FIRST_WIF_VERSION = 0x80


def find(normalized: NormalizedText, field: str) -> Iterator[Match]:
    text, lower = normalized.text, normalized.lower
    if _LONG.search(lower):
        yield from _find_whole(text, lower, field)
    yield from split_keys.find(text, lower, field, checksum_rule)
    for match in pattern("key-pem").finditer(lower) if "private key" in lower else ():
        yield "key-pem", *match.span()
    yield from keystores.find(lower)


def _find_whole(text: str, lower: str, field: str) -> Iterator[Match]:
    pairs = 0
    for start, end in (match.span() for match in _TOKEN.finditer(text)):
        token = text[start:end]
        if pattern("pair").search(token):
            pairs += 1
            if pairs > MAX_PAIRS:
                yield from judge(lower, start, end, field)
            elif is_key_pair(checksums.base58(token)):
                yield "key-pair", start, end
        elif rule := checksum_rule(token) or _shape_rule(token):
            yield rule, start, end
        elif pattern("hex").search(token):
            yield from judge_hex(lower, start, end, field)
    for name in ("key-prefix", "key-seed"):
        for match in pattern(name).finditer(lower):
            yield name, *match.span()
    for match in pattern("key-cased").finditer(text):
        yield "key-prefix", *match.span(1)
    for match in pattern("key-named").finditer(lower):
        key = text[match.start(1) : match.end(1)]
        if pattern("mixed").search(key) and not checksum_rule(key):
            yield "key-named", *match.span(1)


def checksum_rule(token: str) -> str:
    """The rule of a key whose checksum is right; empty for all else."""
    if pattern("ripple").search(token):
        data = checksums.base58check(token, checksums.RIPPLE)
        return "key-prefix" if len(data) in _SEEDS and data.startswith(_SEEDS[len(data)]) else ""
    if len(token) not in CHECKED or not pattern("base58").search(token):
        return ""
    data = checksums.base58check(token)
    if (len(data) == 33 or (len(data) == 34 and data[33] == 1)) and data[0] >= _FIRST_WIF_VERSION:
        return "key-wif"
    if len(data) == 39 and data[0] == 1 and data[1] in (0x42, 0x43):
        return "key-encrypted"
    if len(data) == 78:
        return "key-public" if data[45] else "key-extended"
    return ""


def _shape_rule(token: str) -> str:
    """The rule of a key with a wrong checksum."""
    if pattern("public").search(token):
        return "key-public"
    return "key-shape" if any(pattern(name).search(token) for name in ("wif", "encrypted", "extended")) else ""
