"""Numbers as few bits. What the browser reads of them is tested in tests/browser."""

from __future__ import annotations

from random import Random

import pytest

from helpcenter.pack import Bits, gap_width, gaps


def written(method: str, *arguments: object) -> str:
    bits = Bits()
    getattr(bits, method)(*arguments)
    data = bits.bytes()
    return f"{int.from_bytes(data):0{len(data) * 8}b}"[: len(bits)] if data else ""


@pytest.mark.parametrize(
    ("value", "width", "expected"), [(0, 0, ""), (0, 1, "0"), (1, 1, "1"), (5, 3, "101"), (5, 8, "00000101")]
)
def test_a_number(value: int, width: int, expected: str) -> None:
    assert written("number", value, width) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(0, "1"), (1, "010"), (2, "011"), (3, "00100"), (6, "00111"), (7, "0001000")]
)
def test_a_gamma(value: int, expected: str) -> None:
    assert written("gamma", value) == expected


@pytest.mark.parametrize(
    ("value", "width", "expected"),
    [(0, 0, "0"), (3, 0, "1110"), (0, 2, "000"), (3, 2, "011"), (4, 2, "1000"), (9, 2, "11001")],
)
def test_a_rice(value: int, width: int, expected: str) -> None:
    assert written("rice", value, width) == expected


def test_a_text_is_its_length_in_bytes_and_its_bytes() -> None:
    assert written("text", "é") == "011" + "1100001110101001"
    assert written("text", "") == "1"


def test_the_last_byte_is_filled_with_zeros() -> None:
    bits = Bits()
    bits.number(0b101, 3)
    assert bits.bytes() == bytes([0b10100000])
    assert Bits().bytes() == b""


def test_bits_are_joined_without_a_gap() -> None:
    one, other = Bits(), Bits()
    one.number(1, 1)
    other.number(0b0111, 4)
    one.extend(other)
    assert len(one) == 5
    assert one.bytes() == bytes([0b10111000])


def test_gaps_tell_the_numbers() -> None:
    numbers = sorted(Random(2).sample(range(1000), 100))
    found, expected = [], 0
    for gap in gaps(numbers):
        found.append(expected + gap)
        expected = found[-1] + 1
    assert found == numbers
    assert list(gaps([0, 1, 2])) == [0, 0, 0]


def test_one_number_of_few_costs_few_bits() -> None:
    assert written("ascending", [4], 1, 8) == "100"
    assert written("ascending", [0], 1, 1) == ""
    assert written("ascending", [], 0, 100) == ""


@pytest.mark.parametrize(("count", "end"), [(2, 1000), (30, 1000), (500, 1000), (1000, 1000), (40, 20000)])
def test_spread_numbers_cost_little_more_than_they_must(count: int, end: int) -> None:
    """An even spread needs log2(end / count) + 1.5 bits a number or so, whatever code it is in."""
    random = Random(count)
    bits = Bits()
    bits.ascending(sorted(random.sample(range(end), count)), count, end)
    assert len(bits) <= count * (2.5 + max(0, (end // count).bit_length()))


def test_the_width_never_falls_below_zero() -> None:
    assert [gap_width(count, 10) for count in (0, 1, 10, 10_000)] == [0, 2, 0, 0]
