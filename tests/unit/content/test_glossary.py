"""Words that mean the same."""

from pathlib import Path

from handrail.content import glossary
from handrail.schema.source import Source

ROOT = Path(__file__).resolve().parents[3]


def test_groups_are_read_as_they_stand() -> None:
    found, problems = glossary.read(Source("g.yml", "- [助记词, seed phrase]\n- [gas, 矿工费]\n"))
    assert not problems
    assert found
    assert glossary.groups(found) == [["助记词", "seed phrase"], ["gas", "矿工费"]]


def test_a_group_may_say_which_of_its_words_articles_use() -> None:
    text = "- words: [phrase, seed]\n  prefer: {en: phrase}\n  avoid: {en: [seed]}\n- avoid: {en: [please]}\n"
    found, problems = glossary.read(Source("g.yml", text), ("en",))
    assert not problems
    assert found
    assert glossary.groups(found) == [["phrase", "seed"]]
    assert [(term.prefer, term.avoid) for term in found] == [
        ({"en": "phrase"}, {"en": ["seed"]}),
        ({}, {"en": ["please"]}),
    ]


def test_words_to_avoid_in_a_language_that_the_site_lacks_are_noted_and_left_out() -> None:
    foreign: set[str] = set()
    text = "- [a, b]\n- {prefer: {en: e}, avoid: {en: [c], de: [d]}}\n"
    terms, problems = glossary.read(Source("g.yml", text), ("en",), foreign)
    assert (problems, foreign) == ([], {"de"})
    assert terms
    assert terms[1].avoid == {"en": ["c"]}


def test_a_word_alone_is_no_group() -> None:
    _, problems = glossary.read(Source("g.yml", "- [gas]\n"))
    assert [(problem.line, problem.message) for problem in problems] == [(1, "entry 1: a group of one word")]


def test_a_word_stands_once_in_its_group() -> None:
    _, problems = glossary.read(Source("g.yml", "- [a, b]\n- [Gas, 矿工费,\n   gas]\n"))
    assert [(problem.line, problem.message) for problem in problems] == [(3, "'gas' is twice in its group")]


def test_a_word_stands_once_in_a_group_that_is_written_out() -> None:
    _, problems = glossary.read(Source("g.yml", "- words:\n    - a\n    - A\n"))
    assert [(problem.line, problem.message) for problem in problems] == [(3, "'A' is twice in its group")]


def test_the_project_s_own_glossary_is_right() -> None:
    found, problems = glossary.read(Source.read(ROOT / "docs/data/glossary.yml", "docs/data/glossary.yml"))  # type: ignore[arg-type]
    assert not problems
    assert found
