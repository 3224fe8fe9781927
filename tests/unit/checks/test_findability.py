"""Search must find an article by its title, by its own questions, and by the queries that authors wrote down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from check_contexts import context
from fake_search import FILES, article, search

from handrail.center.docs_folder import DATA
from handrail.checks import findability, search_queries
from handrail.checks.rules.findability import RULES
from handrail.checks.runner import run


def findings(folder: Path, files: Mapping[str, str] | None = None, **answers: str) -> list[str]:
    """What is found where search gives these results: place, message, rule."""
    loaded = context(folder, {**FILES, **(files or {})})
    query_files = search_queries.sources(folder, folder / "docs", "docs", DATA, loaded.loaded.codes)
    found = run(replace(loaded, search=search(**answers), query_files=query_files), RULES)
    return [f"{finding.place} {finding.problem.message} {finding.rule}" for finding in found]


def test_there_are_no_findings_where_search_finds_everything(tmp_path: Path) -> None:
    assert findings(tmp_path) == []


def test_an_article_that_another_comes_before_is_a_warning_which_names_the_other(tmp_path: Path) -> None:
    warnings = findings(tmp_path, The_lamp="bulb lamp", why_is_it_dark="bulb reach-support lamp")
    assert warnings == [
        "docs/en/start/lamp.md:3 a search for this title finds 'The bulb' (docs/en/start/bulb.md) before 'lamp' "
        "findability/first",
        "docs/en/start/lamp.md:8 a search for 'why is it dark' finds 'The bulb' (docs/en/start/bulb.md), "
        "'Reach support' (docs/en/start/reach-support.md) before 'lamp' findability/first",
    ]
    assert {rule.severity for rule in RULES if rule.id == "findability/first"} == {"warning"}


def test_an_article_must_be_among_the_first_three_for_its_title(tmp_path: Path) -> None:
    assert findings(tmp_path, The_lamp="bulb a b lamp") == [
        "docs/en/start/lamp.md:3 a search for this title finds 'The bulb' (docs/en/start/bulb.md), 'a', 'b', "
        "not 'lamp' among the first 3 findability/title"
    ]


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ("bulb a lamp", []),
        ("bulb a b lamp", ["findability/first"]),
        ("bulb a b c lamp", ["findability/first"]),
        ("bulb a b c d lamp", ["findability/query"]),
        ("", ["findability/query"]),
    ],
)
def test_a_query_may_accept_a_lower_place(tmp_path: Path, results: str, expected: list[str]) -> None:
    queries = {"tests/queries/en.yml": "- query: no light\n  article: lamp\n  within: 3\n"}
    assert [finding.split()[-1] for finding in findings(tmp_path, queries, no_light=results)] == expected


def test_articles_with_the_same_title_are_interchangeable(tmp_path: Path) -> None:
    files = {"docs/en/start/bulb.md": article("bulb", "The lamp", "which bulb")}
    assert findings(tmp_path, files, The_lamp="bulb lamp") == []


def test_an_article_must_be_among_the_first_three_for_each_question(tmp_path: Path) -> None:
    assert findings(tmp_path, why_is_it_dark="a b c lamp") == [
        "docs/en/start/lamp.md:8 a search for 'why is it dark' finds 'a', 'b', 'c', "
        "not 'lamp' among the first 3 findability/question"
    ]
    assert "finds nothing, not" in findings(tmp_path, is_it_dark="")[0]


@pytest.mark.parametrize("path", ["tests/queries/en.yml", "docs/data/queries/en.yml"])
def test_queries_stand_beside_the_configuration_or_in_the_data(tmp_path: Path, path: str) -> None:
    queries = {path: "- query: no light\n  article: lamp\n\n- query: too bright\n  article: lamp\n  also: [bulb]\n"}
    assert findings(tmp_path, queries, no_light="bulb a b lamp", too_bright="bulb a b") == [
        f"{path}:1 a search for 'no light' finds 'The bulb' (docs/en/start/bulb.md), 'a', 'b', "
        "not 'lamp' among the first 3 findability/query"
    ]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("- query: dark\n  article: lamb\n", 2, "there is no published article 'lamb'"),
        ("- query: dark\n  article: cord\n", 2, "there is no published article 'cord'"),
        ("- query: dark\n  article: lamp\n  also: [lamb]\n", 3, "there is no published article 'lamb'"),
        (
            "- query: dark\n  article: cord\n- query: black\n  article: bulb\n  also: [cord]\n",
            2,
            "there is no published article 'cord', which 2 queries name",
        ),
        ("- query: a bulb\n  article: bulb\n- query: a bulb\n  article: bulb\n", 3, "duplicate query 'a bulb'"),
        ("- query: dark\n", 1, "entry 1: no key 'article'"),
        ("- query: dark\n  article: lamp\n  sort: word\n", 3, "entry 1: unknown key 'sort'"),
        ("query: dark\n", 1, "the file must be a list"),
        ("- [\n", 2, "this line does not fit the ones above"),
        ("dark\n", 1, "the file must be a list"),
    ],
)
def test_problems_of_a_query_file_are_reported(tmp_path: Path, text: str, place: int, message: str) -> None:
    assert findings(tmp_path, {"tests/queries/en.yml": text}) == [
        f"tests/queries/en.yml:{place} {message} findability/query-file"
    ]


def test_an_empty_query_file_expects_nothing(tmp_path: Path) -> None:
    assert findings(tmp_path, {"tests/queries/en.yml": "# None yet.\n"}) == []


def test_a_question_can_be_suppressed_with_a_reason(tmp_path: Path) -> None:
    text = FILES["docs/en/start/lamp.md"].replace("]\n", "]  # check: allow findability/question: a pun\n")
    assert findings(tmp_path, {"docs/en/start/lamp.md": text}, is_it_dark="") == []


def test_where_the_site_cannot_be_built_the_errors_to_fix_first_are_named(tmp_path: Path) -> None:
    broken = {"docs/en/start/lamp.md": FILES["docs/en/start/lamp.md"].replace("howto", "howtoo")}
    loaded = context(tmp_path, {**FILES, **broken})
    [finding] = run(replace(loaded, search=search(The_bulb="")), RULES)
    assert (finding.place, finding.rule) == ("mkdocs.yml", "findability/not-checked")
    assert finding.problem.fix.startswith("Fix these errors first: docs/en/start/lamp.md:5 (")


def test_held_out_queries_are_counted_apart_and_none_is_an_error(tmp_path: Path) -> None:
    queries = "- query: no light\n  article: lamp\n- query: too bright\n  article: lamp\n"
    files = {"tests/queries/held_out_en.yml": queries, "tests/queries/en.yml": "- query: dim\n  article: lamp\n"}
    assert findings(tmp_path, files, no_light="bulb lamp", too_bright="a b c lamp", dim="lamp") == []
    loaded = context(tmp_path, {**FILES, **files})
    query_files = search_queries.sources(tmp_path, tmp_path / "docs", "docs", DATA, loaded.loaded.codes)
    asking = search(no_light="bulb lamp", too_bright="a b c lamp", dim="lamp")
    assert list(findability.figures(replace(loaded, search=asking, query_files=query_files).answers)) == [
        "1 queries in 'en': 100.0% find their article first, 100.0% among three",
        "2 held-out queries in 'en': 0.0% find their article first, 50.0% among three",
    ]


def test_a_query_that_misses_its_article_is_told_the_words_it_needs_and_where(tmp_path: Path) -> None:
    queries = {"tests/queries/en.yml": "- query: why is it gloomy\n  article: lamp\n"}
    loaded = context(tmp_path, {**FILES, **queries})
    query_files = search_queries.sources(tmp_path, tmp_path / "docs", "docs", DATA, loaded.loaded.codes)
    for results, rule in (("bulb", "findability/query"), ("bulb lamp", "findability/first")):
        asking = replace(loaded, search=search(why_is_it_gloomy=results), query_files=query_files)
        [finding] = run(asking, RULES)
        assert finding.rule == rule
        assert finding.problem.fix.endswith(
            " docs/en/start/lamp.md:8 has no 'gloomy'."
            " docs/en/start/lamp.md:8 says 'dark' for 'gloomy': both in one line of the glossary would do."
        )


def test_a_title_that_asks_for_what_another_article_answers_is_named_with_both_places(tmp_path: Path) -> None:
    files = {"docs/en/start/bulb.md": article("bulb", '"Why is it dark?"', "which bulb")}
    assert findings(tmp_path, files, **{"Why_is_it_dark?": "bulb"}) == [
        "docs/en/start/bulb.md:3 the title 'Why is it dark?' asks for what docs/en/start/lamp.md:8 asks for: "
        "'why is it dark' findability/competing-title"
    ]


def test_an_article_that_says_what_another_one_says_is_named_with_its_file(tmp_path: Path) -> None:
    text = " ".join(f"word{chr(97 + number)}x" for number in range(26)) + " " + " ".join(map(str, range(30)))
    files = {path: FILES[path].replace("The answer.", text) for path in list(FILES)[:2]}
    [found] = findings(tmp_path, files)
    assert found.startswith("docs/en/start/bulb.md:2 ")
    assert found.endswith("of the words are those of 'The lamp' (docs/en/start/lamp.md) findability/near-duplicate")


def test_nothing_is_expected_of_an_article_that_a_language_lacks(tmp_path: Path) -> None:
    french = FILES["docs/en/start/lamp.md"].replace("id: lamp", "id: lampe")
    files = {"docs/fr/start/lamp.md": french, "tests/queries/fr.yml": "- query: no light\n  article: lamp\n"}
    asked = {"The_lamp": "lamp lampe", "is_it_dark": "lamp lampe", "why_is_it_dark": "lamp lampe"}
    assert [finding for finding in findings(tmp_path, files, no_light="", **asked) if "/query" in finding] == []
