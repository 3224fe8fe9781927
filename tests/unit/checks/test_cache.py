"""What was made of a text before is not made again, and is never that of another text, another work or other code."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from handrail.checks.cache import FORGOTTEN, Cache

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
    cache = Cache()
    assert cache(words, "a b") is cache(words, "a b") == ("a", "b")
    assert made == ["a b"]


def test_another_text_work_or_number_makes_another_value() -> None:
    cache = Cache()
    assert (cache(words, "ab"), cache(letters, "ab"), cache(letters, "ab", 1)) == (("ab",), ("a", "b"), ("a",))


def test_what_was_kept_is_there_the_next_time(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "kept", "1")
    cache(words, "a b")
    cache.save()
    assert Cache(tmp_path / "kept", "1")(words, "a b") == ("a", "b")
    assert len(made) == 1


def test_other_code_makes_it_anew(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "kept", "1")
    cache(words, "a b")
    cache.save()
    Cache(tmp_path / "kept", "2")(words, "a b")
    assert len(made) == 2


@pytest.mark.parametrize("data", [b"", b"no pickle", pickle.dumps(None), pickle.dumps(("1", 7)), pickle.dumps("1")])
def test_a_file_that_cannot_be_read_is_no_file(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(data)
    cache = Cache(tmp_path / "kept", "1")
    assert cache(words, "a b") == ("a", "b")
    cache.save()
    assert Cache(tmp_path / "kept", "1")(words, "a b") == ("a", "b")
    assert len(made) == 1


def test_what_nobody_asks_for_any_more_is_forgotten(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "kept", "1")
    cache(words, "old")
    cache.save()
    for number in range(FORGOTTEN):
        cache = Cache(tmp_path / "kept", "1")
        cache(words, str(number))
        cache.save()
    made.clear()
    Cache(tmp_path / "kept", "1")(words, str(number))
    assert made == []
    Cache(tmp_path / "kept", "1")(words, "old")
    assert made == ["old"]
