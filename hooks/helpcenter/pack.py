"""Numbers as few bits. assets/search/pack.js reads what this writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Bits:
    """A string of bits, the first one the highest of its byte."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def number(self, value: int, width: int) -> None:
        """A number of 0 and more in `width` bits."""
        if width:
            self._parts.append(f"{value:0{width}b}")

    def gamma(self, value: int) -> None:
        """A number of 0 and more that is most often small (Elias gamma, of the number plus one)."""
        value += 1
        self._parts.append(f"{value:0{2 * value.bit_length() - 1}b}")

    def rice(self, value: int, width: int) -> None:
        """A number of 0 and more that is most often below 2 ** width."""
        self._parts.append("1" * (value >> width) + "0")
        self.number(value & ((1 << width) - 1), width)

    def text(self, text: str) -> None:
        data = text.encode()
        self.gamma(len(data))
        for byte in data:
            self.number(byte, 8)

    def ascending(self, numbers: Iterable[int], count: int, end: int) -> None:
        """`count` different numbers below `end`, in ascending order. The count itself is not written."""
        if count == 1:
            self.number(next(iter(numbers)), (end - 1).bit_length())
            return
        width = gap_width(count, end)
        for gap in gaps(numbers):
            self.rice(gap, width)

    def extend(self, other: Bits) -> None:
        self._parts += other._parts

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def bytes(self) -> bytes:
        joined = "".join(self._parts)
        joined += "0" * (-len(joined) % 8)
        return int(joined, 2).to_bytes(len(joined) // 8, "big") if joined else b""


def gap_width(count: int, end: int) -> int:
    """The width that suits the gaps between `count` numbers below `end`."""
    return max(0, (end * 7 // 10 // count).bit_length() - 1) if count else 0


def gaps(numbers: Iterable[int]) -> Iterator[int]:
    """What to add to each number's successor, to come to the next."""
    expected = 0
    for number in numbers:
        yield number - expected
        expected = number + 1
