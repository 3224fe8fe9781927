"""Numbers as few bits. What the browser reads of them is tested in tests/browser."""

from __future__ import annotations

from itertools import pairwise
from math import comb, log2
from random import Random

import pytest

from handrail.assets.bitstream import Bits


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


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (1, [""]),
        (2, ["1", "0"]),
        (3, ["11", "0", "10"]),
        (4, ["10", "11", "00", "01"]),
        (5, ["111", "00", "01", "10", "110"]),
    ],
)
def test_a_number_below_another_one_costs_less_in_the_middle(end: int, expected: list[str]) -> None:
    assert [written("below", value, end) for value in range(end)] == expected


@pytest.mark.parametrize("end", [*range(1, 70), 511, 512, 513, 4155])
def test_no_number_below_another_one_begins_as_the_next_does(end: int) -> None:
    codes = sorted(written("below", value, end) for value in range(end))
    assert not [pair for pair in pairwise(codes) if pair[1].startswith(pair[0])]
    assert sum(2.0 ** -len(code) for code in codes) == 1


def test_a_word_is_what_it_adds_to_the_one_before() -> None:
    assert written("word", "tea", "tee") == "011" + "010" + "0010"  # two letters alike, one more, the third of all
    assert written("word", "") == "1" + "1"
    assert written("word", "包")[-21:] == f"{ord('包'):021b}"


def test_few_ascending_numbers_cost_few_bits() -> None:
    assert written("ascending", [4], 8) == "000"
    assert written("ascending", [0], 1) == ""
    assert written("ascending", [], 100) == ""
    assert written("ascending", [0, 1, 2, 3], 4) == ""


@pytest.mark.parametrize(("count", "end"), [(2, 1000), (30, 1000), (500, 1000), (999, 1000), (40, 20000)])
def test_ascending_numbers_cost_little_more_than_they_must(count: int, end: int) -> None:
    """No code can need less than the logarithm of how many such sequences there are."""
    bits = Bits()
    bits.ascending(sorted(Random(count).sample(range(end), count)), end)
    assert len(bits) <= 1.1 * log2(comb(end, count)) + 10


def test_numbers_that_stand_close_together_cost_less() -> None:
    spread, close = Bits(), Bits()
    spread.ascending(range(0, 1000, 20), 1000)
    close.ascending(range(300, 350), 1000)
    assert len(close) * 3 < len(spread)
