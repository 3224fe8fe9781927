"""Rules run over what was read; an author may suppress a finding, and must give a reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import SITES
from check_contexts import context

from handrail.checks.context import Context
from handrail.checks.renamed_rules import RENAMED, current
from handrail.checks.rule import Rule
from handrail.checks.rules import RULES
from handrail.checks.runner import run
from handrail.schema.problem import Problem

ARTICLE = "docs/en/start/reach-support.md"
TEXT = (SITES / "minimal" / ARTICLE).read_text("utf-8")
LINE = TEXT.count("\n") + 2
"""The line where text added to the article begins."""


def lamps(context: Context) -> Iterator[Problem]:
    """Every line of content with a lamp."""
    for page in context.pages:
        for number, line in enumerate(page.lines, page.markdown_file.content.first_line):
            if "LAMP" in line:
                yield page.problem(number, "a lamp", "Put it out.")


def orders(context: Context) -> Iterator[Problem]:
    for page in context.articles:
        yield page.markdown_file.front_matter.problem(("order",), "an order", "Delete it.")


NO_LAMPS = Rule("light/no-lamps", "error", "No lamps.", lamps)
NO_ORDERS = Rule("light/no-orders", "warning", "No orders.", orders)
SAFE = Rule("safety/no-lamps", "error", "No lamps, ever.", lamps, can_be_suppressed=False)


def findings(folder: Path, added: str, *rules: Rule, front_matter: str = "") -> list[str]:
    """What is found in the smallest site once text is added to an article: line and rule."""
    text = TEXT.replace("order:", f"{front_matter}order:") + "\n" + added
    found = run(context(folder, {ARTICLE: text}), rules)
    return [f"{finding.problem.line - LINE} {finding.rule}" for finding in found if finding.problem.path == ARTICLE]


def test_a_place_is_found_once_even_where_a_rule_reports_it_twice(tmp_path: Path) -> None:
    twice = Rule("light/twice", "error", "", lambda context: [*lamps(context), *lamps(context)])
    assert findings(tmp_path, "LAMP\n", twice) == ["0 light/twice"]


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("LAMP <!-- check: allow light/no-lamps: it is day -->\n", []),
        ("<!-- check: allow light/no-lamps: it is day -->\nLAMP\nLAMP\n", ["2 light/no-lamps"]),
        ("<!-- check: allow light/no-lamps: it is day -->\n\nLAMP\n", []),
        ("<!-- check:allow light/no-lamps:it is day-->\nLAMP\n", []),
        ("LAMP <!-- check: allow light/no-lamps -->\n", ["0 light/no-lamps", "0 suppression/reason"]),
        ("LAMP <!-- check: allow light/no-lamps: -->\n", ["0 light/no-lamps", "0 suppression/reason"]),
        ("dark <!-- check: allow light/no-lamps: it is day -->\n", ["0 suppression/unused"]),
        ("LAMP <!-- check: allow light/no-lamp: it is day -->\n", ["0 light/no-lamps", "0 suppression/unknown"]),
        ("LAMP <!-- check: allow -->\n", ["0 light/no-lamps", "0 suppression/unknown"]),
        ("<!-- check: allow light/no-lamps: the end -->\n", ["0 suppression/unused"]),
    ],
)
def test_a_suppression_covers_its_line_or_the_next_and_needs_a_reason(
    added: str, expected: list[str], tmp_path: Path
) -> None:
    assert findings(tmp_path, added, NO_LAMPS) == expected


def test_front_matter_has_suppressions_in_yaml_comments(tmp_path: Path) -> None:
    assert findings(tmp_path, "", NO_ORDERS, front_matter="# check: allow light/no-orders: it is sorted\n") == []


def test_what_protects_readers_cannot_be_suppressed(tmp_path: Path) -> None:
    suppression = "LAMP <!-- check: allow safety/no-lamps: please -->\n"
    assert findings(tmp_path, suppression, SAFE) == ["0 safety/no-lamps", "0 suppression/refused"]


def test_a_suppression_of_a_rule_that_does_not_run_is_not_reported_as_unused(tmp_path: Path) -> None:
    suppression = "dark <!-- check: allow light/no-lamps: it is day -->\n"
    inactive = Rule("light/no-lamps", "error", "", lamps, applies=lambda context: context.site is not None)
    assert findings(tmp_path, suppression, inactive) == []


def test_a_data_file_has_suppressions_in_comments(tmp_path: Path) -> None:
    files = {"docs/data/glossary.yml": "# check: allow light/no-words: they are few\n- [a, b]\n"}

    def words(context: Context) -> Iterator[Problem]:
        yield Problem("docs/data/glossary.yml", 2, "words", "Delete them.")

    rule = Rule("light/no-words", "error", "", words)
    assert run(context(tmp_path, files), [rule]) == []


def test_the_worst_comes_first_and_safety_before_all(tmp_path: Path) -> None:
    assert findings(tmp_path, "LAMP\n", NO_ORDERS, NO_LAMPS, SAFE)[:2] == ["0 safety/no-lamps", "0 light/no-lamps"]


def test_a_warning_is_an_error_where_its_rule_is_strict(tmp_path: Path) -> None:
    rule = Rule("light/no-orders", "warning", "", orders, strict=lambda context: context.strict_dates)
    assert {finding.severity for finding in run(context(tmp_path, {}), [rule])} == {"warning"}
    assert {finding.severity for finding in run(context(tmp_path, {}, strict=True), [rule])} == {"error"}


def test_a_rule_that_crashes_is_reported_and_hides_no_other(tmp_path: Path) -> None:
    def broken(context: Context) -> Iterator[Problem]:
        raise ValueError("no lamp")

    assert findings(tmp_path, "LAMP\n", NO_LAMPS, Rule("light/broken", "error", "", broken)) == ["0 light/no-lamps"]
    found = run(context(tmp_path, {}), [Rule("light/broken", "error", "", broken)])
    assert [(finding.rule, finding.problem.path) for finding in found] == [("check/broken-rule", "mkdocs.yml")]


def test_rules_have_unique_ids_and_a_sentence() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.about.endswith("."), rule.id
        assert "|" not in rule.about, rule.id
        assert rule.family != "safety" or not rule.can_be_suppressed, rule.id


def test_files_are_checked_even_without_configured_languages(tmp_path: Path) -> None:
    files = {"mkdocs.yml": "extra: {help_center: {languages: []}}\n", ARTICLE: TEXT + "LAMP\n"}
    found = run(context(tmp_path, files), [NO_LAMPS])
    assert [finding.problem.path for finding in found] == [ARTICLE]


def test_a_file_without_front_matter_is_checked(tmp_path: Path) -> None:
    found = run(context(tmp_path, {ARTICLE: "LAMP\n"}), [NO_LAMPS])
    assert [(finding.problem.path, finding.problem.line) for finding in found] == [(ARTICLE, 1)]


def test_an_old_id_works_and_the_new_one_is_named(tmp_path: Path) -> None:
    text = f"{TEXT}\n![](../tree.png) <!-- check: allow shape/alt-text: a decoration -->\n"
    selected = [rule for rule in RULES if rule.id == "structure/alt-text" or rule.family == "suppression"]
    [finding] = run(context(tmp_path, {ARTICLE: text}), RULES, selected)
    assert (finding.rule, finding.severity) == ("suppression/renamed", "warning")
    assert finding.problem.message == "'shape/alt-text' is now called 'structure/alt-text'"


@pytest.mark.parametrize("old", RENAMED)
def test_every_old_id_leads_to_a_rule_or_a_family(old: str) -> None:
    assert any(current(old) in (rule.id, rule.family) for rule in RULES)
    assert not any(old in (rule.id, rule.family) for rule in RULES)


@pytest.mark.parametrize("comment", ["light/no-lamps: it is day", "light/no-lamps", "light/unknown: it is day"])
def test_only_the_selected_rules_report(comment: str, tmp_path: Path) -> None:
    files = {ARTICLE: f"{TEXT}\n<!-- check: allow {comment} -->\n"}
    found = run(context(tmp_path, files), [NO_LAMPS, NO_ORDERS], [NO_ORDERS])
    assert {finding.rule for finding in found} == {"light/no-orders"}


def test_a_suppression_of_a_rule_that_is_not_selected_is_known(tmp_path: Path) -> None:
    files = {ARTICLE: f"{TEXT}\n<!-- check: allow light/no-lamps: it is day -->\n"}
    selected = [rule for rule in RULES if rule.family == "suppression"]
    assert run(context(tmp_path, files), [NO_LAMPS, *RULES], selected) == []


def test_a_protecting_rule_that_is_not_selected_cannot_be_disabled(tmp_path: Path) -> None:
    text = (SITES / "minimal/mkdocs.yml").read_text("utf-8")
    text = text.replace("  help_center:\n", "  help_center:\n    disabled_rules: {safety/html: We need it.}\n", 1)
    selected = [rule for rule in RULES if rule.family == "suppression"]
    [finding] = run(context(tmp_path, {"mkdocs.yml": text}), RULES, selected)
    assert (finding.rule, finding.problem.message) == (
        "suppression/refused",
        "disabled_rules: safety/html cannot be disabled",
    )
