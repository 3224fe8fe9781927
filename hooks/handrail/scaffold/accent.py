"""Two accent colours made of one: as near to it as text in them can be read, on light and on dark ground."""

from __future__ import annotations

CONTRAST = 7.0
"""The ratio of WCAG 2.2, level AAA, for text."""
LIGHT, DARK = "#ffffff", "#1c2222"
STEPS = 100


def readable(accent: str) -> tuple[str, str]:
    """The accent on light and on dark ground, darkened or lightened as far as is needed. Colours are `#rrggbb`."""
    return _until_readable(accent, LIGHT, "#000000"), _until_readable(accent, DARK, "#ffffff")


def contrast(one: str, other: str) -> float:
    """How far the luminance of two colours differs, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _until_readable(accent: str, ground: str, end: str) -> str:
    mixed = (_mixed(accent, end, step / STEPS) for step in range(STEPS + 1))
    return next(colour for colour in mixed if contrast(colour, ground) >= CONTRAST)


def _channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _mixed(one: str, other: str, share: float) -> str:
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _luminance(colour: str) -> float:
    linear = [
        c / 12.92 if (c := channel / 255) <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for channel in _channels(colour)
    ]
    return sum(share * value for share, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
