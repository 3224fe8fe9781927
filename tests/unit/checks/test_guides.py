"""The ends of guides are found by search; all other rules of guides have a planted mistake."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from check_contexts import context
from fake_search import FILES, search

from handrail.checks.context import Context
from handrail.checks.findability import figures
from handrail.checks.rules.guides import RULES
from handrail.checks.runner import run

GUIDE = """\
title: {en: Too dark, fr: Trop sombre}
summary: {en: It helps., fr: Il aide.}
asked: {en: [too dark to see], fr: [il fait noir]}
questions:
  - id: light
    text: {en: Does it light?, fr: Elle marche ?}
    answers:
      - text: {en: Never, fr: Jamais}
        article: lamp
      - text: {en: At times, fr: Parfois}
        question: cord
    unsure: {contact: other}
  - id: cord
    text: {en: Is it plugged in?, fr: Elle est branchée ?}
    answers:
      - text: {en: "No", fr: Non}
        article: reach-support
    unsure: {article: lamp}
"""


def checked(folder: Path, **results: str) -> Context:
    """What is checked where search gives these results."""
    return replace(context(folder, {**FILES, "docs/data/guides/dark.yml": GUIDE}), search=search(**results))


def findings(folder: Path, **results: str) -> list[str]:
    found = run(checked(folder, **results), RULES)
    return [f"{finding.place} {finding.problem.message}" for finding in found if finding.rule == "guides/findable"]


def test_search_must_find_the_end_of_each_path_by_its_answers_or_by_its_last_question(tmp_path: Path) -> None:
    found = {"Jamais": "lamp", "Parfois": "lamp", "At_times": "a lamp"}
    assert findings(tmp_path, **found, Never="a b c d lamp") == []
    assert findings(tmp_path, **found, **{"Does_it_light?_Never": "lamp"}) == []
    never = {"Never": "a b c d e lamp", "Does_it_light?_Never": "bulb"}
    assert findings(tmp_path, **found, **never) == [
        "docs/data/guides/dark.yml:9 a search for 'Does it light? Never' finds 'The bulb' (docs/en/start/bulb.md), "
        "not 'lamp' among the first five"
    ]
    assert findings(tmp_path, **{**found, "At_times": "bulb"}, Never="lamp") == [
        "docs/data/guides/dark.yml:18 a search for 'Is it plugged in?' finds 'Reach support' "
        "(docs/en/start/reach-support.md), not 'lamp' among the first five"
    ], "another path to the same article does not make up for it"
    assert list(figures(checked(tmp_path, **{**found, "At_times": "bulb"}, Never="lamp").answers)) == [
        "3 paths of guides in 'en': 2 find the article at their end among five",
        "1 paths of guides in 'fr': 1 find the article at their end among five",
    ], "nothing is expected of articles that are not there in French"
