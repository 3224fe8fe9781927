"""Numbers as few bits. assets/shared/bitstream.js reads what this writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

_LETTERS = {letter: number for number, letter in enumerate("etaoinsrhldcumfpgwybvkxjqz0123456789-")}
"""The letters of words, the most frequent first."""


class Bits:
    """A string of bits, the first one the highest of its byte."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.add = self._parts.append
        """Bits as they are."""

    def number(self, value: int, width: int) -> None:
        """A number of 0 and more in `width` bits."""
        if width:
            self.add(f"{value:0{width}b}")

    def gamma(self, value: int) -> None:
        """A number of 0 and more that is most often small (Elias gamma, of the number plus one)."""
        self.add(_gamma(value))

    def rice(self, value: int, width: int) -> None:
        """A number of 0 and more that is most often below 2 ** width."""
        self.add("1" * (value >> width) + "0")
        self.number(value & ((1 << width) - 1), width)

    def below(self, value: int, end: int) -> None:
        """A number below `end`, which is known; those in the middle may need a bit less."""
        self.add(_CODES[end][value] if end <= _TABLED else _code(value, end))

    def text(self, text: str) -> None:
        data = text.encode()
        self.gamma(len(data))
        for byte in data:
            self.number(byte, 8)

    def word(self, word: str, before: str = "") -> None:
        """A word that begins with so many letters as the one before it does, most often of plain letters and digits."""
        same = common_start(before, word)
        self.gamma(same)
        self.gamma(len(word) - same)
        for letter in word[same:]:
            self.rice(_LETTERS.get(letter, len(_LETTERS)), 3)
            if letter not in _LETTERS:
                self.number(ord(letter), 21)

    def ascending(self, numbers: Sequence[int], end: int) -> None:
        """Different numbers below `end`, in ascending order. How many they are is not written.

        Interpolative coding (Moffat and Stuiver, 2000): the middle one first, by what it may be, then both halves.
        Numbers that stand close together cost next to nothing.
        """
        if len(numbers) == 1:
            self.below(numbers[0], end)
        elif numbers:
            _between(self.add, numbers, 0, len(numbers), 0, end)

    def extend(self, other: Bits) -> None:
        self._parts += other._parts

    def __len__(self) -> int:
        self._parts[:] = ["".join(self._parts)]
        return len(self._parts[0])

    def bytes(self) -> bytes:
        joined = "".join(self._parts)
        joined += "0" * (-len(joined) % 8)
        return int(joined, 2).to_bytes(len(joined) // 8, "big") if joined else b""


_TABLED = 256


@cache
def _gamma(value: int) -> str:
    return f"{value + 1:0{2 * (value + 1).bit_length() - 1}b}"


def _between(add: Callable[[str], None], numbers: Sequence[int], first: int, last: int, low: int, end: int) -> None:
    """Adds the numbers from the place `first` to before `last`, which are below `end` and not below `low`.

    One number alone is written in place: half of all calls would be for one.
    """
    free = end - low - (last - first)
    if not free:
        return
    middle = (first + last) >> 1
    number = numbers[middle]
    offset = number - low - (middle - first)
    add(_CODES[free + 1][offset] if free < _TABLED else _code(offset, free + 1))
    if middle - first > 1:
        _between(add, numbers, first, middle, low, number)
    elif middle > first:
        width = number - low
        add(_CODES[width][numbers[first] - low] if width <= _TABLED else _code(numbers[first] - low, width))
    middle += 1
    if last - middle > 1:
        _between(add, numbers, middle, last, number + 1, end)
    elif last > middle:
        width = end - number - 1
        offset = numbers[middle] - number - 1
        add(_CODES[width][offset] if width <= _TABLED else _code(offset, width))


class _Codes(dict[int, list[str]]):
    """The codes of all numbers below another one."""

    def __missing__(self, end: int) -> list[str]:
        self[end] = [_code(value, end) for value in range(end)]
        return self[end]


_CODES = _Codes()


def _code(value: int, end: int) -> str:
    """Truncated binary, turned so that the shorter codes are those of the middle."""
    width = (end - 1).bit_length()
    short = (1 << width) - end
    turned = (value - (end - short) // 2) % end
    code = turned + short | 1 << width if turned >= short else turned | 1 << width - 1
    return bin(code)[3:]  # without "0b" and the one that stands for the width


def common_start(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, pair in pairs if pair[0] != pair[1]), min(len(one), len(other)))
