"""The table of all rules in RULES.md, written from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterable

from handrail.checks.rule import Rule

START, END = "<!-- rules -->", "<!-- /rules -->"


def table(rules: Iterable[Rule]) -> str:
    rows = ["| Rule | | What it holds content to | May be silenced |", "|---|---|---|---|"]
    for rule in rules:
        rows.append(f"| `{rule.id}` | {rule.severity} | {rule.about} | {'yes' if rule.may_be_silenced else 'no'} |")
    return "\n".join(rows)


def renewed(text: str, rules: Iterable[Rule]) -> str:
    """The document `text` with the table between its marks written anew."""
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n\n{table(rules)}\n\n{END}{after}"
