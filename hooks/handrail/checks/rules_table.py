"""Generates the table of rules in RULES.md."""

from __future__ import annotations

from collections.abc import Iterable

from handrail.checks.rule import Rule

START, END = "<!-- rules -->", "<!-- /rules -->"


def table(rules: Iterable[Rule]) -> str:
    rows = ["| Rule | Severity | What it requires | Can be suppressed |", "|---|---|---|---|"]
    for rule in rules:
        rows.append(f"| `{rule.id}` | {rule.severity} | {rule.about} | {'yes' if rule.can_be_suppressed else 'no'} |")
    return "\n".join(rows)


def renewed(text: str, rules: Iterable[Rule]) -> str:
    """The document `text` with a current table between its markers."""
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n\n{table(rules)}\n\n{END}{after}"
