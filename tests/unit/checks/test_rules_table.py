"""The table in RULES.md is generated from the rules and is current."""

from __future__ import annotations

from built_site import ROOT

from handrail.checks.rules import RULES
from handrail.checks.rules_table import renewed, table


def test_the_table_of_rules_is_current() -> None:
    text = (ROOT / "RULES.md").read_text("utf-8")
    assert renewed(text, RULES) == text, "python3 scripts/check.py --write-table"


def test_it_lists_every_rule() -> None:
    rows = table(RULES).splitlines()
    assert len(rows) == len(RULES) + 2
    assert renewed("a <!-- rules -->old<!-- /rules --> b", RULES).startswith("a <!-- rules -->\n\n| Rule")
