"""The files that wallets and validators keep a private key in."""

from __future__ import annotations

import base64
from random import Random

from bench.guard_encodings import base58


def keystore_v3(random: Random) -> object:
    return {
        "address": random.randbytes(20).hex(),
        "crypto": {
            "cipher": "aes-128-ctr",
            "cipherparams": {"iv": random.randbytes(16).hex()},
            "ciphertext": random.randbytes(32).hex(),
            "kdf": "scrypt",
            "kdfparams": {"dklen": 32, "n": 262144, "p": 1, "r": 8, "salt": random.randbytes(32).hex()},
            "mac": random.randbytes(32).hex(),
        },
        "version": 3,
    }


def keystore_v1(random: Random) -> object:
    header = {"Version": "1", "Kdf": "scrypt", "KdfParams": {"N": 262144}, "DkLen": 32}
    crypto = {
        "CipherText": random.randbytes(48).hex(),
        "IV": random.randbytes(16).hex(),
        "KeyHeader": header,
        "MAC": random.randbytes(32).hex(),
    }
    return {"Address": random.randbytes(20).hex(), "Crypto": crypto, "Version": "1"}


def keystore_validator(random: Random) -> object:
    """EIP-2335."""
    return {
        "crypto": {
            "kdf": {"function": "scrypt", "params": {"dklen": 32}, "message": ""},
            "checksum": {"function": "sha256", "params": {}, "message": random.randbytes(32).hex()},
            "cipher": {"function": "aes-128-ctr", "params": {}, "message": random.randbytes(32).hex()},
        },
        "pubkey": random.randbytes(48).hex(),
    }


def keystore_pkcs8(random: Random) -> object:
    return {
        "encoded": base64.b64encode(random.randbytes(200)).decode(),
        "encoding": {"content": ["pkcs8", "sr25519"], "type": ["scrypt", "xsalsa20-poly1305"], "version": "3"},
        "address": base58(b"\0" + random.randbytes(34)),
    }


def keystore_presale(random: Random) -> object:
    return {
        "encseed": random.randbytes(300).hex(),
        "ethaddr": random.randbytes(20).hex(),
        "bkp": random.randbytes(16).hex(),
    }


def vault(random: Random) -> object:
    values = {name: base64.b64encode(random.randbytes(size)).decode() for name, size in (("data", 300), ("iv", 16))}
    return {**values, "salt": base64.b64encode(random.randbytes(32)).decode()}
