"""Hosts that try to be taken for another are told from those of the registry. The browser is held to the same cases."""

from __future__ import annotations

import json
from typing import Any

import pytest
from built_site import ROOT

from handrail.channels.lookalike import brand, classify, distance, skeleton, table

VECTORS: dict[str, Any] = json.loads((ROOT / "tests/vectors/lookalike.json").read_text("utf-8"))


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])
def test_a_host_is(case: dict[str, Any]) -> None:
    verdict = classify(case["host"], VECTORS["listed"], VECTORS["brands"])
    assert (verdict.kind, verdict.reason, verdict.of) == (case["kind"], case["reason"], case["of"])
    assert "shown" not in case or verdict.shown == case["shown"]
    assert "marks" not in case or list(verdict.marks) == case["marks"]


def test_without_a_registry_every_host_is_unknown() -> None:
    assert classify("lamplight.example", []).kind == "unknown"


def test_every_character_passes_for_one_letter_only() -> None:
    characters = "".join(table()["letters"].values())
    assert len(characters) == len(set(characters))
    assert not set(characters) & set(table()["letters"])


def test_names_are_taken_from_what_somebody_registered() -> None:
    assert [brand(host) for host in ("lamp.example", "www.lamp.com.xx", "lamp.co", "lamp")] == ["lamp"] * 4


def test_the_eye_takes_one_for_the_other() -> None:
    assert skeleton("Bооk") == skeleton("b00k") == skeleton("bοok") == "book"
    assert skeleton("modern") == skeleton("modem")


@pytest.mark.parametrize(
    ("one", "other", "far"), [("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("lamp", "lump", 1), ("lamp", "camel", 3)]
)
def test_words_are_so_many_changes_apart(one: str, other: str, far: int) -> None:
    assert distance(one, other) == distance(other, one) == far
