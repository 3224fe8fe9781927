"""Tells a private key of Ed25519 from a signature: both have 64 bytes, but a key ends with the point that it leads to.

RFC 8032. assets/secrets/ed25519.js does exactly the same. Nothing here is fit for signing: it takes no care of timing.
"""

from __future__ import annotations

from hashlib import sha512

_PRIME = 2**255 - 19
_D = -121665 * pow(121666, -1, _PRIME) % _PRIME
_Y = 4 * pow(5, -1, _PRIME) % _PRIME
_X = 15112221349535400772501151409588531511454012693041857206046113283949847762202

Point = tuple[int, int, int, int]
"""Extended coordinates: x, y and x * y, all times z."""

_BASE: Point = (_X, _Y, 1, _X * _Y % _PRIME)


def is_key_pair(data: bytes) -> bool:
    """Whether the last 32 bytes are the public key of the seed in the first 32, but for the sign of x."""
    if len(data) != 64:
        return False
    scalar = int.from_bytes(sha512(data[:32]).digest()[:32], "little") & (1 << 254) - 8 | 1 << 254
    _, y, z, _ = _times(scalar)
    return (y - (int.from_bytes(data[32:], "little") & (1 << 255) - 1) * z) % _PRIME == 0


def _times(scalar: int) -> Point:
    """The base point so many times."""
    point, power = (0, 1, 1, 0), _BASE
    while scalar:
        if scalar & 1:
            point = _sum(point, power)
        power = _sum(power, power)
        scalar >>= 1
    return point


def _sum(first: Point, second: Point) -> Point:
    x1, y1, z1, t1 = first
    x2, y2, z2, t2 = second
    a, b = (y1 - x1) * (y2 - x2), (y1 + x1) * (y2 + x2)
    c, d = 2 * t1 * t2 * _D, 2 * z1 * z2
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _PRIME, g * h % _PRIME, f * g % _PRIME, e * h % _PRIME
