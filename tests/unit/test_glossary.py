"""The glossary: words that mean the same."""

from __future__ import annotations

import pytest

from helpcenter import glossary
from helpcenter.source import Source


def read(text: str) -> tuple[glossary.Glossary | None, list[str]]:
    groups, problems = glossary.read(Source("docs/data/glossary.yml", text))
    return groups, [str(problem) for problem in problems]


def test_groups_are_lists_of_words() -> None:
    assert read("- [助记词, 恢复短语, seed phrase]\n- [gas, 矿工费]\n") == (
        [["助记词", "恢复短语", "seed phrase"], ["gas", "矿工费"]],
        [],
    )


@pytest.mark.parametrize(
    "text", ["- [alone]\n", "- [a, '']\n", "- word\n", "word\n", "- {a: b}\n", "- [a, [b]]\n", "- [a\n"]
)
def test_what_is_no_group_is_a_problem(text: str) -> None:
    groups, problems = read(text)
    assert groups is None
    assert problems
    assert all("docs/data/glossary.yml" in problem for problem in problems)


def test_a_word_twice_in_its_group_is_a_problem_whatever_its_case() -> None:
    groups, problems = read("- [gas, 矿工费]\n- [Seed phrase, 助记词, seed PHRASE]\n")
    assert groups is None
    assert len(problems) == 1
    assert "glossary.yml:2" in problems[0]
    assert "seed PHRASE" in problems[0]


def test_a_word_may_stand_in_two_groups() -> None:
    assert read("- [key, 私钥]\n- [key, 密钥]\n")[1] == []
