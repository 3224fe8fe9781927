"""What was made of a text before is not made again, and is never that of another text, another work or other code."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from handrail.checks.cache import FORGOTTEN, Memory

made: list[object] = []


def words(text: str) -> tuple[str, ...]:
    made.append(text)
    return tuple(text.split())


def letters(text: str, most: int = 9) -> tuple[str, ...]:
    made.append((text, most))
    return tuple(text[:most])


@pytest.fixture(autouse=True)
def _nothing_is_made_yet() -> None:
    made.clear()


def test_the_same_text_is_worked_on_once() -> None:
    memory = Memory()
    assert memory(words, "a b") is memory(words, "a b") == ("a", "b")
    assert made == ["a b"]


def test_another_text_work_or_number_makes_another_value() -> None:
    memory = Memory()
    assert (memory(words, "ab"), memory(letters, "ab"), memory(letters, "ab", 1)) == (("ab",), ("a", "b"), ("a",))


def test_what_was_kept_is_there_the_next_time(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "kept", "1")
    memory(words, "a b")
    memory.save()
    assert Memory(tmp_path / "kept", "1")(words, "a b") == ("a", "b")
    assert len(made) == 1


def test_other_code_makes_it_anew(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "kept", "1")
    memory(words, "a b")
    memory.save()
    Memory(tmp_path / "kept", "2")(words, "a b")
    assert len(made) == 2


@pytest.mark.parametrize("data", [b"", b"no pickle", pickle.dumps(None), pickle.dumps(("1", 7)), pickle.dumps("1")])
def test_a_file_that_cannot_be_read_is_no_file(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(data)
    memory = Memory(tmp_path / "kept", "1")
    assert memory(words, "a b") == ("a", "b")
    memory.save()
    assert Memory(tmp_path / "kept", "1")(words, "a b") == ("a", "b")
    assert len(made) == 1


def test_what_nobody_asks_for_any_more_is_forgotten(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "kept", "1")
    memory(words, "old")
    memory.save()
    for number in range(FORGOTTEN):
        memory = Memory(tmp_path / "kept", "1")
        memory(words, str(number))
        memory.save()
    made.clear()
    Memory(tmp_path / "kept", "1")(words, str(number))
    assert made == []
    Memory(tmp_path / "kept", "1")(words, "old")
    assert made == ["old"]
