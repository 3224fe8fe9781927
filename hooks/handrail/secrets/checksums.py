"""The checksums that tell a secret from a look-alike: Base58Check, BIP-39, Luhn, and mod 11-2.

assets/secrets/checksums.js does exactly the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"


def base58(text: str, alphabet: str = BITCOIN) -> bytes:
    """The bytes of a Base58 text, all of whose characters are in the alphabet."""
    number = 0
    for character in text:
        number = number * 58 + alphabet.index(character)
    zeros = len(text) - len(text.lstrip(alphabet[0]))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def base58check(text: str, alphabet: str = BITCOIN) -> bytes:
    """The payload of a Base58Check text, version bytes included; empty where the checksum is wrong."""
    data = base58(text, alphabet)
    payload, check = data[:-4], data[-4:]
    return payload if sha256(sha256(payload).digest()).digest()[:4] == check else b""


def has_secret_numbers(groups: Sequence[str]) -> bool:
    """Whether groups of six digits each end in a check digit, as secret numbers of Ripple do (XLS-12)."""
    values = [(int(group[:5]), int(group[5])) for group in groups]
    return all(value * (place * 2 + 1) % 9 == check for place, (value, check) in enumerate(values))


def bip39(indexes: Sequence[int]) -> bool:
    """Whether the places of words in a list end in the checksum of a recovery phrase (BIP-39)."""
    bits = len(indexes) // 3
    number = 0
    for index in indexes:
        number = number << 11 | index
    entropy = (number >> bits).to_bytes(bits * 4, "big")
    return sha256(entropy).digest()[0] >> (8 - bits) == number & ((1 << bits) - 1)


def luhn(digits: str) -> bool:
    """The check digit of card numbers (ISO/IEC 7812)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def mod_23(text: str) -> bool:
    """The letter of Spanish identity numbers, those of foreigners with x, y or z for the first digit too."""
    digits = text.replace("-", "")[:-1].translate(str.maketrans("xyz", "012"))
    return "trwagmyfpdxbnjzsqvhlcke"[int(digits) % 23] == text[-1]


def mod_11_2(text: str) -> bool:
    """The check character of Chinese identity numbers (ISO/IEC 7064); a small x stands for ten."""
    remainder = 0
    for character in text:
        remainder = (remainder * 2 + (10 if character == "x" else int(character))) % 11
    return remainder == 1
