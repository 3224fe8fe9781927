"""Private keys in the formats of the large networks, and public things that look like them: made from a seed."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable, Mapping
from hashlib import sha256
from random import Random

from bench.guard_encodings import BITCOIN, RIPPLE, base58, base58check, bech32, key_pair, strkey
from bench.guard_keystores import keystore_pkcs8, keystore_presale, keystore_v1, keystore_v3, keystore_validator, vault

Maker = Callable[[Random], str]


def _hex(size: int, prefix: str = "") -> Maker:
    return lambda random: prefix + random.randbytes(size).hex()


def _wif(version: int, compressed: bool = True) -> Maker:
    return lambda random: base58check(bytes([version]) + random.randbytes(32) + b"\1" * compressed)


def _in_pieces(make: Maker, separator: str, size: int) -> Maker:
    def cut(random: Random) -> str:
        text = make(random)
        return separator.join(text[at : at + size] for at in range(0, len(text), size))

    return cut


def _said(template: str, make: Maker) -> Maker:
    return lambda random: template.format(make(random))


def _extended(version: int) -> Maker:
    return lambda random: base58check(
        version.to_bytes(4, "big") + random.randbytes(1 + 4 + 4 + 32) + b"\0" + random.randbytes(32)
    )


def _keystore(value: Callable[[Random], object]) -> Maker:
    return lambda random: json.dumps(value(random))


def _cardano(kind: str) -> Maker:
    return lambda random: json.dumps(
        {"type": f"Payment{kind}KeyShelley_ed25519", "description": "", "cborHex": "5820" + random.randbytes(32).hex()}
    )


def _secret_numbers(random: Random) -> str:
    """XLS-12: eight groups of five digits and a check digit."""
    groups = []
    for place in range(8):
        value = random.randrange(65536)
        groups.append(f"{value:05}{value * (place * 2 + 1) % 9}")
    return " ".join(groups)


SECRET: Mapping[str, Maker] = {
    "Bitcoin WIF": _wif(0x80),
    "Bitcoin WIF, uncompressed": _wif(0x80, compressed=False),
    "Litecoin WIF": _wif(0xB0),
    "Dogecoin WIF": _wif(0x9E),
    "Dogecoin WIF, uncompressed": _wif(0x9E, compressed=False),
    "Dash WIF": _wif(0xCC),
    "testnet WIF": _wif(0xEF),
    "WIF with spaces": _in_pieces(_wif(0x80), " ", 4),
    "WIF with hyphens": _in_pieces(_wif(0x80), "-", 4),
    "WIF with commas": _in_pieces(_wif(0x80), ", ", 8),
    "WIF with points": _in_pieces(_wif(0x80), "...", 13),
    "WIF with slashes": _in_pieces(_wif(0x80), " / ", 6),
    "WIF in two lines": _in_pieces(_wif(0x80), "\n", 26),
    "WIF, letter by letter": _in_pieces(_wif(0x80), " ", 1),
    "BIP-38": lambda random: base58check(b"\x01\x42\xc0" + random.randbytes(36)),
    "xprv": _extended(0x0488ADE4),
    "yprv": _extended(0x049D7878),
    "zprv": _extended(0x04B2430C),
    "tprv": _extended(0x04358394),
    "Ltpv": _extended(0x019D9CFE),
    "dgpv": _extended(0x02FAC398),
    "hex": _hex(32),
    "hex with 0x": _hex(32, "0x"),
    "hex after a word": _said("private key: {}", _hex(32)),
    "hex after a Chinese word": _said("我的私钥是{}", _hex(32)),
    "hex in groups": _in_pieces(_hex(32), " ", 8),
    "hex in bytes": _in_pieces(_hex(32), " ", 2),
    "hex with colons": _in_pieces(_hex(32), ":", 4),
    "hex with 01 at the end": _said("{}01", _hex(32)),
    "hex of 64 bytes": _hex(64),
    "seed as hex": _said("seed: {}", _hex(64)),
    "entropy as hex": _said("my seed is {}", _hex(16)),
    "entropy in Chinese": _said("种子：{}", _hex(16)),
    "Aptos": _said("ed25519-priv-0x{}", _hex(32)),
    "Solana": lambda random: base58(key_pair(random)),
    "Solana, byte array": lambda random: json.dumps(list(key_pair(random))),
    "Solana, bytes without brackets": lambda random: ",".join(map(str, key_pair(random))),
    "Solana, array of 32 bytes": lambda random: f"Uint8Array(32) {list(random.randbytes(32))}",
    "bytes as hex": lambda random: "{ " + ", ".join(f"0x{byte:02x}" for byte in random.randbytes(32)) + " }",
    "NEAR": lambda random: "ed25519:" + base58(key_pair(random)),
    "base58 after a word": lambda random: "secret key: " + base58(random.randbytes(32)),
    "base64 after a word": lambda random: "private key " + base64.b64encode(random.randbytes(32)).decode(),
    "Tendermint": lambda random: json.dumps(
        {"priv_key": {"type": "tendermint/PrivKeyEd25519", "value": base64.b64encode(key_pair(random)).decode()}}
    ),
    "Stellar": lambda random: strkey(18 << 3, random.randbytes(32)),
    "Ripple": lambda random: base58check(b"\x21" + random.randbytes(16), RIPPLE),
    "Ripple Ed25519": lambda random: base58check(b"\x01\xe1\x4b" + random.randbytes(16), RIPPLE),
    "Ripple secret numbers": _secret_numbers,
    "Tezos edsk": lambda random: base58check(bytes([13, 15, 58, 7]) + random.randbytes(32)),
    "Tezos edsk, long": lambda random: base58check(bytes([43, 246, 78, 7]) + random.randbytes(64)),
    "Tezos spsk": lambda random: base58check(bytes([17, 162, 224, 201]) + random.randbytes(32)),
    "Tezos p2sk": lambda random: base58check(bytes([16, 81, 238, 189]) + random.randbytes(32)),
    "Tezos edesk": lambda random: base58check(bytes([7, 90, 60, 179, 41]) + random.randbytes(56)),
    "Sui": lambda random: bech32("suiprivkey", b"\0" + random.randbytes(32)),
    "Cardano ed25519_sk": lambda random: bech32("ed25519_sk", random.randbytes(32)),
    "Cardano ed25519e_sk": lambda random: bech32("ed25519e_sk", random.randbytes(64)),
    "Cardano xprv": lambda random: bech32("xprv", random.randbytes(96)),
    "Cardano root_xsk": lambda random: bech32("root_xsk", random.randbytes(96)),
    "Cardano addr_xsk": lambda random: bech32("addr_xsk", random.randbytes(96)),
    "Cardano signing key": _cardano("Signing"),
    "Nostr": lambda random: bech32("nsec", random.randbytes(32)),
    "Zcash": lambda random: bech32("secret-extended-key-main", random.randbytes(169)),
    "Avalanche": lambda random: "PrivateKey-" + base58((data := random.randbytes(32)) + sha256(data).digest()[-4:]),
    "EOS": lambda random: "PVT_K1_" + base58(random.randbytes(36)),
    "Hedera": _hex(32, "302e020100300506032b657004220420"),
    "Hedera ECDSA": _hex(32, "3030020100300706052b8104000a04220420"),
    "Filecoin": lambda random: (
        json.dumps({"Type": "secp256k1", "PrivateKey": base64.b64encode(random.randbytes(32)).decode()}).encode().hex()
    ),
    "Cosmos, armored": lambda random: (
        "-----BEGIN TENDERMINT PRIVATE KEY-----\nkdf: bcrypt\n" + base64.b64encode(random.randbytes(100)).decode()
    ),
    "PEM": lambda random: "-----BEGIN PRIVATE KEY-----\n" + base64.b64encode(random.randbytes(48)).decode(),
    "keystore V1": _keystore(keystore_v1),
    "keystore V3": _keystore(keystore_v3),
    "keystore of a validator": _keystore(keystore_validator),
    "keystore pkcs8": _keystore(keystore_pkcs8),
    "keystore of the presale": _keystore(keystore_presale),
    "vault of an extension": _keystore(vault),
}
"""One private key in each format. It must be blocked or asked about."""


def _der_signature(random: Random) -> str:
    part = b"\x02\x20\x3f" + random.randbytes(31)
    return (b"\x30\x44" + part * 2).hex()


PUBLIC: Mapping[str, Maker] = {
    "Bitcoin address": lambda random: base58check(b"\0" + random.randbytes(20)),
    "Bitcoin address, SegWit": lambda random: bech32("bc", random.randbytes(20)),
    "Ethereum address": _hex(20, "0x"),
    "Tron address": lambda random: base58check(b"\x41" + random.randbytes(20)),
    "Dogecoin address": lambda random: base58check(b"\x1e" + random.randbytes(20)),
    "Solana address": lambda random: base58(random.randbytes(32)),
    "Solana signature": lambda random: base58(random.randbytes(64)),
    "Stellar address": lambda random: strkey(6 << 3, random.randbytes(32)),
    "Ripple address": lambda random: base58check(b"\0" + random.randbytes(20), RIPPLE),
    "Tezos address": lambda random: base58check(bytes([6, 161, 159]) + random.randbytes(20)),
    "Tezos operation": lambda random: base58check(bytes([5, 116]) + random.randbytes(32)),
    "Tezos public key": lambda random: base58check(bytes([13, 15, 37, 217]) + random.randbytes(32)),
    "Cardano address": lambda random: bech32("addr", random.randbytes(57)),
    "Cardano stake address": lambda random: bech32("stake", random.randbytes(29)),
    "Cardano verification key": lambda random: bech32("addr_xvk", random.randbytes(64)),
    "Cosmos address": lambda random: bech32("cosmos", random.randbytes(20)),
    "Polkadot address": lambda random: base58(b"\0" + random.randbytes(34)),
    "TON address": lambda random: "EQ" + base64.urlsafe_b64encode(random.randbytes(34)).decode()[:46],
    "TON transaction": lambda random: base64.b64encode(random.randbytes(32)).decode(),
    "Algorand address": lambda random: base64.b32encode(random.randbytes(36)).decode().rstrip("="),
    "Algorand transaction": lambda random: base64.b32encode(random.randbytes(32)).decode().rstrip("="),
    "NEAR public key": lambda random: "ed25519:" + base58(random.randbytes(32)),
    "Monero address": lambda random: "4" + "".join(random.choice(BITCOIN) for _ in range(94)),
    "Nostr public key": lambda random: bech32("npub", random.randbytes(32)),
    "signature (DER)": _der_signature,
    "compressed public key": _hex(32, "02"),
    "UUID": lambda random: "-".join(random.randbytes(size).hex() for size in (4, 2, 2, 2, 6)),
    "MD5": _hex(16),
    "SHA-1": _hex(20),
    "explorer link": _said("https://etherscan.io/tx/0x{}", _hex(32)),
    "explorer link of Solana": lambda random: "https://solscan.io/tx/" + base58(random.randbytes(64)),
    "CRC of a file": lambda random: f"{zlib.crc32(random.randbytes(9)):08x}",
}
"""What everybody may read. None of it may be blocked."""

IN_THE_HASH_FIELD: Mapping[str, Maker] = {
    "transaction hash": _hex(32),
    "Ethereum transaction": _hex(32, "0x"),
    "Ripple transaction": lambda random: random.randbytes(32).hex().upper(),
    "Solana signature": PUBLIC["Solana signature"],
    "Tezos operation": PUBLIC["Tezos operation"],
    "TON transaction": PUBLIC["TON transaction"],
    "Algorand transaction": PUBLIC["Algorand transaction"],
}
"""What belongs in the field that asks for a transaction: neither blocked nor asked about there."""
