"""How the large networks write bytes as text: base58, bech32, and what checks them."""

from __future__ import annotations

import base64
from hashlib import sha256
from random import Random

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def base58(data: bytes, alphabet: str = BITCOIN) -> str:
    number, text = int.from_bytes(data, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        text = alphabet[digit] + text
    return alphabet[0] * (len(data) - len(data.lstrip(b"\0"))) + text


def base58check(data: bytes, alphabet: str = BITCOIN) -> str:
    return base58(data + sha256(sha256(data).digest()).digest()[:4], alphabet)


def bech32(prefix: str, data: bytes, constant: int = 1) -> str:
    """BIP-173; `constant` 0x2bc830a3 makes it bech32m (BIP-350)."""
    number, bits = int.from_bytes(data, "big"), len(data) * 8
    padded = -bits % 5
    number <<= padded
    values = [number >> shift & 31 for shift in range(bits + padded - 5, -1, -5)]
    expanded = [ord(letter) >> 5 for letter in prefix] + [0] + [ord(letter) & 31 for letter in prefix]
    check = 1
    for value in [*expanded, *values, *[0] * 6]:
        top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if top >> bit & 1 else 0
    check ^= constant
    return f"{prefix}1" + "".join(
        _BECH32[value] for value in [*values, *(check >> 5 * (5 - at) & 31 for at in range(6))]
    )


def crc16(data: bytes) -> int:
    """CRC-16/XMODEM."""
    value = 0
    for byte in data:
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1 ^ (0x1021 if value & 0x8000 else 0)) & 0xFFFF
    return value


def strkey(version: int, data: bytes) -> str:
    """Stellar's keys and addresses (SEP-23)."""
    payload = bytes([version]) + data
    return base64.b32encode(payload + crc16(payload).to_bytes(2, "little")).decode()


def key_pair(random: Random) -> bytes:
    """Seed and public key of Ed25519, one after the other: how Solana and NEAR write a private key."""
    seed = random.randbytes(32)
    return seed + Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
