"""Old names of keys go on working, each with a hint."""

from __future__ import annotations

from typing import Any

import pytest

from handrail.schema.renamed import Renamed, with_new_names
from handrail.schema.source import Source

RENAMED: Renamed = {("way",): "method", ("home", "asked"): "popular", ("home", "parts", "asked"): "popular"}
FIX = "Rename it: the old name stops working with the next release."


def read(text: str) -> tuple[Any, list[str], list[str]]:
    source = Source("a.yml", text)
    data, _ = source.data()
    renamed, hints, clashes = with_new_names(source, data, RENAMED)
    assert source.data()[0] == data, "what was read stays as it was"
    return renamed, [str(hint) for hint in hints], [str(clash) for clash in clashes]


def test_an_old_key_is_read_as_the_new_one_with_a_hint_at_its_line() -> None:
    data, hints, clashes = read("id: a\nway: b\nhome:\n  asked: [c]\n")
    assert data == {"id": "a", "method": "b", "home": {"popular": ["c"]}}
    assert hints == [
        f"a.yml:2: 'way' is now called 'method'. {FIX}",
        f"a.yml:4: 'asked' is now called 'popular'. {FIX}",
    ]
    assert clashes == []


def test_an_old_word_in_a_list_is_the_new_one_in_its_place() -> None:
    data, hints, _ = read("home: {parts: [text, asked, contact]}")
    assert data == {"home": {"parts": ["text", "popular", "contact"]}}
    assert len(hints) == 1


def test_each_entry_of_a_list_may_have_old_keys() -> None:
    data, hints, _ = read("- {way: a}\n- {method: b}\n- {way: c}\n")
    assert data == [{"method": "a"}, {"method": "b"}, {"method": "c"}]
    assert [hint.partition(" ")[0] for hint in hints] == ["a.yml:1:", "a.yml:3:"]


def test_both_names_at_once_are_a_mistake() -> None:
    data, hints, clashes = read("way: a\nmethod: b\n")
    assert (data, hints) == ({"method": "b"}, [])
    assert clashes == ["a.yml:1: 'way' and 'method' are the same key under its old and its new name. Delete 'way'."]


@pytest.mark.parametrize("text", ["", "7", "way", "[]", "[way]", "[[way]]", "home: asked", "home: [[asked]]", "home:"])
def test_data_of_another_shape_stays_as_it_is(text: str) -> None:
    assert read(text) == (Source("a.yml", text).data()[0], [], [])
