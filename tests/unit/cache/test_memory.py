"""A result is used again for the same name and the same parts, and for nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from handrail.cache.memory import Memory


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A memory that knows the page `a` made of the parts `x` and `y`."""
    folder = tmp_path.resolve() / "pages"
    Memory(folder, "base").keep("a", ("x", "y"), {"html": "<p>é\n"})
    return folder


def test_what_was_kept_is_recalled(folder: Path) -> None:
    assert Memory(folder, "base").recall("a", ("x", "y")) == {"html": "<p>é\n"}


@pytest.mark.parametrize(
    ("base", "name", "parts"),
    [("other", "a", ("x", "y")), ("base", "b", ("x", "y")), ("base", "a", ("xy",)), ("base", "a", ("x", "y", ""))],
)
def test_another_base_name_or_part_is_another_result(folder: Path, base: str, name: str, parts: tuple[str]) -> None:
    assert Memory(folder, base).recall(name, parts) is None


def test_the_newest_result_of_a_name_takes_the_place_of_the_last(folder: Path) -> None:
    Memory(folder, "base").keep("a", ("z",), "new")
    assert Memory(folder, "base").recall("a", ("x", "y")) is None
    assert Memory(folder, "base").recall("a", ("z",)) == "new"


def test_a_frozen_memory_learns_and_forgets_nothing(folder: Path) -> None:
    frozen = Memory(folder, "base", frozen=True)
    frozen.keep("a", ("z",), "new")
    frozen.forget_unused()
    assert frozen.recall("a", ("x", "y")) == {"html": "<p>é\n"}


def test_what_nobody_asked_for_is_forgotten(folder: Path) -> None:
    memory = Memory(folder, "base")
    memory.keep("b", (), "new")
    memory.forget_unused()
    assert (memory.recall("a", ("x", "y")), memory.recall("b", ())) == (None, "new")


def test_without_a_folder_nothing_is_remembered() -> None:
    memory = Memory()
    memory.keep("a", (), "result")
    memory.forget_unused()
    assert memory.recall("a", ()) is None
