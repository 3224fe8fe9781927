"""Rules run over what was read; an author may allow one place to break one, and must say why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import SITES
from check_contexts import context

from handrail.checks.context import Context
from handrail.checks.rule import Rule
from handrail.checks.rules import RULES
from handrail.checks.runner import inspect
from handrail.schema.problem import Problem

ARTICLE = "docs/en/start/reach-support.md"
TEXT = (SITES / "minimal" / ARTICLE).read_text("utf-8")
LINE = TEXT.count("\n") + 2
"""Where what is added to the article begins."""


def lamps(context: Context) -> Iterator[Problem]:
    """Every line below a head that holds a lamp."""
    for page in context.pages:
        for number, line in enumerate(page.lines, page.markdown_file.content.first_line):
            if "LAMP" in line:
                yield page.problem(number, "a lamp", "Put it out.")


def orders(context: Context) -> Iterator[Problem]:
    for page in context.articles:
        yield page.markdown_file.front_matter.problem(("order",), "an order", "Delete it.")


NO_LAMPS = Rule("light/no-lamps", "error", "No lamps.", lamps)
NO_ORDERS = Rule("light/no-orders", "warning", "No orders.", orders)
SAFE = Rule("safety/no-lamps", "error", "No lamps, ever.", lamps, may_be_silenced=False)


def said(folder: Path, added: str, *rules: Rule, head: str = "") -> list[str]:
    """What is found in the smallest site once something is added to an article: line and rule."""
    text = TEXT.replace("order:", f"{head}order:") + "\n" + added
    found = inspect(context(folder, {ARTICLE: text}), rules)
    return [f"{finding.problem.line - LINE} {finding.rule}" for finding in found if finding.problem.path == ARTICLE]


def test_a_place_is_found_once_however_often_a_rule_names_it(tmp_path: Path) -> None:
    twice = Rule("light/twice", "error", "", lambda context: [*lamps(context), *lamps(context)])
    assert said(tmp_path, "LAMP\n", twice) == ["0 light/twice"]


@pytest.mark.parametrize(
    ("added", "found"),
    [
        ("LAMP <!-- check: allow light/no-lamps: it is day -->\n", []),
        ("<!-- check: allow light/no-lamps: it is day -->\nLAMP\nLAMP\n", ["2 light/no-lamps"]),
        ("<!-- check: allow light/no-lamps: it is day -->\n\nLAMP\n", []),
        ("<!-- check:allow light/no-lamps:it is day-->\nLAMP\n", []),
        ("LAMP <!-- check: allow light/no-lamps -->\n", ["0 light/no-lamps", "0 check/silence-reason"]),
        ("LAMP <!-- check: allow light/no-lamps: -->\n", ["0 light/no-lamps", "0 check/silence-reason"]),
        ("dark <!-- check: allow light/no-lamps: it is day -->\n", ["0 check/silence-unused"]),
        ("LAMP <!-- check: allow light/no-lamp: it is day -->\n", ["0 light/no-lamps", "0 check/silence-unknown"]),
        ("LAMP <!-- check: allow -->\n", ["0 light/no-lamps", "0 check/silence-unknown"]),
        ("<!-- check: allow light/no-lamps: the end -->\n", ["0 check/silence-unused"]),
    ],
)
def test_a_silence_covers_its_line_or_the_next_and_needs_a_reason(added: str, found: list[str], tmp_path: Path) -> None:
    assert said(tmp_path, added, NO_LAMPS) == found


def test_a_head_is_silenced_by_a_comment_of_yaml(tmp_path: Path) -> None:
    assert said(tmp_path, "", NO_ORDERS, head="# check: allow light/no-orders: it is sorted\n") == []


def test_what_protects_readers_cannot_be_silenced(tmp_path: Path) -> None:
    silence = "LAMP <!-- check: allow safety/no-lamps: please -->\n"
    assert said(tmp_path, silence, SAFE) == ["0 safety/no-lamps", "0 check/silence-refused"]


def test_a_silence_for_a_rule_that_does_not_run_is_not_called_unused(tmp_path: Path) -> None:
    silence = "dark <!-- check: allow light/no-lamps: it is day -->\n"
    asleep = Rule("light/no-lamps", "error", "", lamps, applies=lambda context: context.site is not None)
    assert said(tmp_path, silence, asleep) == []


def test_a_data_file_is_silenced_by_a_comment(tmp_path: Path) -> None:
    files = {"docs/data/glossary.yml": "# check: allow light/no-words: they are few\n- [a, b]\n"}

    def words(context: Context) -> Iterator[Problem]:
        yield Problem("docs/data/glossary.yml", 2, "words", "Delete them.")

    rule = Rule("light/no-words", "error", "", words)
    assert inspect(context(tmp_path, files), [rule]) == []


def test_the_worst_comes_first_and_safety_before_all(tmp_path: Path) -> None:
    assert said(tmp_path, "LAMP\n", NO_ORDERS, NO_LAMPS, SAFE)[:2] == ["0 safety/no-lamps", "0 light/no-lamps"]


def test_a_warning_is_an_error_where_its_rule_is_strict(tmp_path: Path) -> None:
    rule = Rule("light/no-orders", "warning", "", orders, strict=lambda context: context.strict_dates)
    assert {finding.severity for finding in inspect(context(tmp_path, {}), [rule])} == {"warning"}
    assert {finding.severity for finding in inspect(context(tmp_path, {}, strict=True), [rule])} == {"error"}


def test_a_rule_that_breaks_is_named_and_hides_no_other(tmp_path: Path) -> None:
    def broken(context: Context) -> Iterator[Problem]:
        raise ValueError("no lamp")

    assert said(tmp_path, "LAMP\n", NO_LAMPS, Rule("light/broken", "error", "", broken)) == ["0 light/no-lamps"]
    found = inspect(context(tmp_path, {}), [Rule("light/broken", "error", "", broken)])
    assert [(finding.rule, finding.problem.path) for finding in found] == [("check/broken-rule", "mkdocs.yml")]


def test_rules_have_ids_of_their_own_and_say_what_they_hold_content_to() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.about.endswith("."), rule.id
        assert "|" not in rule.about, rule.id
        assert rule.family != "safety" or not rule.may_be_silenced, rule.id


def test_where_there_is_no_configuration_of_languages_the_files_are_still_looked_at(tmp_path: Path) -> None:
    files = {"mkdocs.yml": "extra: {help_center: {languages: []}}\n", ARTICLE: TEXT + "LAMP\n"}
    found = inspect(context(tmp_path, files), [NO_LAMPS])
    assert [finding.problem.path for finding in found] == [ARTICLE]


def test_a_file_without_a_head_is_still_looked_at(tmp_path: Path) -> None:
    found = inspect(context(tmp_path, {ARTICLE: "LAMP\n"}), [NO_LAMPS])
    assert [(finding.problem.path, finding.problem.line) for finding in found] == [(ARTICLE, 1)]
