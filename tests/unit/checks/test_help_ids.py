"""A help id that a product may ask for stays: what git knows of the file is compared with it as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from check_contexts import context_of, git
from planted_mistakes import valid

from handrail.checks.rules import RULES
from handrail.checks.runner import run

FILE = "docs/data/help_ids.yml"
BEFORE = "- {id: status, article: money-missing}\n- {id: send, article: send-money, section: code}\n"


@pytest.mark.parametrize(
    ("after", "gone"),
    [
        (BEFORE.replace("send-money", "money-missing").replace("code", "look"), []),
        ("- {id: send, article: send-money}\n", ["status"]),
        (None, ["send", "status"]),
    ],
)
def test_an_id_that_was_published_and_is_gone_is_named_until_it_is_back(
    after: str | None, gone: list[str], tmp_path: Path
) -> None:
    context_of(tmp_path, {**valid(), FILE: BEFORE})
    for command in (["init"], ["add", "."], ["commit", "-m", "a"]):
        git(tmp_path, *command)
    (tmp_path / FILE).unlink()
    files = valid() if after is None else {**valid(), FILE: after}
    found = run(context_of(tmp_path, files), RULES)
    assert [(finding.rule, finding.severity) for finding in found] == [("help-ids/removed", "error")] * len(gone)
    assert [str(finding.problem) for finding in found] == [
        f"{FILE}: the help id '{id}' was published and is gone. Add it again: it may lead to another article."
        for id in gone
    ]
