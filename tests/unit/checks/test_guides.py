"""The ends of guides are found by search; all other rules of guides have a planted mistake."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from check_contexts import context
from fake_search import FILES, search

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
    unsure: {contact: other}
"""


def findings(folder: Path, **answers: str) -> list[str]:
    """What is found in the language that has the articles, where search gives these results."""
    loaded = context(folder, {**FILES, "docs/data/guides/dark.yml": GUIDE})
    found = run(replace(loaded, search=search(**answers)), RULES)
    return [f"{finding.place} {finding.problem.message}" for finding in found if finding.rule == "guides/findable"]


def test_search_must_find_the_end_by_the_words_of_its_path_or_of_its_last_question(tmp_path: Path) -> None:
    found = {"Jamais": "lamp"}
    assert findings(tmp_path, **found, Never="a b c d lamp") == []
    assert findings(tmp_path, **found, **{"Does_it_light?_Never": "lamp"}) == []
    assert findings(tmp_path, **found, Never="a b c d e lamp") == [
        "docs/data/guides/dark.yml:9 a search for 'Never' finds 'a', 'b', 'c', not 'lamp' among the first five"
    ]
