"""A result is reused for the same text, function and version of the code, and for nothing else."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from planted_mistakes import valid

from handrail.checks import cjk_typography
from handrail.checks.cache import MAX_AGE, Cache
from handrail.checks.mentions import Mention, in_text
from handrail.markdown import parser
from handrail.secrets import guard
from handrail.translation import drift

calls: list[object] = []


def words(text: str) -> tuple[str, ...]:
    calls.append(text)
    return tuple(text.split())


def letters(text: str, most: int = 9) -> tuple[str, ...]:
    calls.append((text, most))
    return tuple(text[:most])


@pytest.fixture(autouse=True)
def _no_calls_yet() -> None:
    calls.clear()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder/texts"


def test_the_same_text_is_worked_on_once() -> None:
    cache = Cache()
    assert cache(words, "a b") is cache(words, "a b") == ("a", "b")
    assert calls == ["a b"]


def test_another_text_function_or_number_has_another_result() -> None:
    cache = Cache()
    assert (cache(words, "ab"), cache(letters, "ab"), cache(letters, "ab", 1)) == (("ab",), ("a", "b"), ("a",))


def test_a_saved_result_is_used_in_the_next_run(file: Path) -> None:
    cache = Cache(file, "1")
    cache(words, "a b")
    cache.save()
    assert Cache(file, "1")(words, "a b") == ("a", "b")
    assert len(calls) == 1


def test_other_code_does_not_use_it(file: Path) -> None:
    cache = Cache(file, "1")
    cache(words, "a b")
    cache.save()
    Cache(file, "2")(words, "a b")
    assert len(calls) == 2


def drift_sections(text: str) -> dict[str, str]:
    return drift.sections("", "", text)


def mentions_of(text: str) -> tuple[Mention, ...]:
    return tuple(in_text(text))


@pytest.mark.parametrize("make", [parser.parse, mentions_of, guard.inspect, cjk_typography.slips, drift_sections])
def test_everything_that_rules_cache_is_the_same_after_saving(make, file: Path) -> None:
    texts = [text for path, text in valid().items() if path.endswith(".md")]
    texts.append("全App，a@b.example, `code`\n\n> ![x](y.png)\n\n1) <b>z</b> &amp; " + "abandon " * 11 + "about\n")
    cache = Cache(file, "1")
    results = [cache(make, text) for text in texts]
    cache.save()
    saved = Cache(file, "1")
    for text, result in zip(texts, results, strict=True):
        assert saved(make, text) == (tuple(result) if isinstance(result, list) else result)
    file.unlink()
    saved.save()
    assert not file.exists(), "nothing was worked on again"


@pytest.mark.parametrize("content", [b"", b"no digest", b"[]", pickle.dumps([]), bytes(32) + b"a 0 1"])
def test_a_file_that_no_run_wrote_is_ignored_and_replaced(content: bytes, file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    cache = Cache(file, "1")
    assert cache(words, "a b") == ("a", "b")
    cache.save()
    assert Cache(file, "1")(words, "a b") == ("a", "b")
    assert len(calls) == 1


def test_an_entry_that_is_not_used_for_long_is_dropped(file: Path) -> None:
    cache = Cache(file, "1")
    cache(words, "old")
    cache.save()
    for number in range(MAX_AGE):
        cache = Cache(file, "1")
        cache(words, str(number))
        cache.save()
    calls.clear()
    Cache(file, "1")(words, str(number))
    assert calls == []
    Cache(file, "1")(words, "old")
    assert calls == ["old"]
