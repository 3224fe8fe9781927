"""Each mistake planted in a valid help center is found once, at its place, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_site import SITES
from check_contexts import context_of
from planted_mistakes import CASES, case, valid

from handrail.checks.rules import RULES
from handrail.checks.runner import run


@pytest.mark.parametrize("file", CASES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_mistake_is_found_at_its_place(file: Path, tmp_path: Path) -> None:
    planted = case(file)
    found = run(context_of(tmp_path, planted.files, planted.strict), RULES)
    assert sorted(f"{finding.place} {finding.rule}" for finding in found) == planted.expected, found


def test_the_valid_help_center_has_no_problems(tmp_path: Path) -> None:
    assert run(context_of(tmp_path, valid()), RULES) == []


def test_every_rule_has_a_planted_mistake() -> None:
    planted = {place.split()[1] for file in CASES for place in case(file).expected}
    assert planted <= {rule.id for rule in RULES}
    assert {rule.id for rule in RULES} - planted == ELSEWHERE


def test_a_case_is_in_the_folder_of_its_family() -> None:
    assert {file.parent.parent for file in CASES} == {SITES / "planted"}
    for file in CASES:
        assert any(place.split()[1].startswith(f"{file.parent.name}/") for place in case(file).expected), file


ELSEWHERE = {
    "check/broken-rule",
    "guides/findable",
    "help-ids/removed",
    "links/external",
    "links/moved",
    "structure/replaced-file",
    "translations/ui-strings",
    *(rule.id for rule in RULES if rule.family == "findability"),
}
"""Rules that other tests cover."""


def test_a_hash_of_digits_in_front_matter_is_no_telephone_number(tmp_path: Path) -> None:
    files = valid()
    path = next(path for path in files if path.startswith("docs/zh/pay/") and "\nstatus:" in files[path])
    files[path] = files[path].replace("\nstatus:", '\nsource_hashes:\n  broken-phone: "32707480"\nstatus:', 1)
    found = [finding.problem for finding in run(context_of(tmp_path, files), RULES) if finding.family == "safety"]
    assert found == []
