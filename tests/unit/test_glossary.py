"""Words that mean the same."""

from pathlib import Path

from helpcenter import glossary
from helpcenter.source import Source

ROOT = Path(__file__).resolve().parents[2]


def test_groups_are_read_as_they_stand() -> None:
    found, problems = glossary.read(Source("g.yml", "- [助记词, seed phrase]\n- [gas, 矿工费]\n"))
    assert (found, problems) == ([["助记词", "seed phrase"], ["gas", "矿工费"]], [])


def test_a_word_alone_is_no_group() -> None:
    _, problems = glossary.read(Source("g.yml", "- [gas]\n"))
    assert len(problems) == 1
    assert problems[0].line == 1


def test_a_word_stands_once_in_its_group() -> None:
    _, problems = glossary.read(Source("g.yml", "- [a, b]\n- [Gas, 矿工费,\n   gas]\n"))
    assert [(problem.line, problem.message) for problem in problems] == [(3, "'gas' stands twice in its group")]


def test_the_project_s_own_glossary_is_right() -> None:
    found, problems = glossary.read(Source.read(ROOT / "docs/data/glossary.yml", "docs/data/glossary.yml"))  # type: ignore[arg-type]
    assert not problems
    assert found
