"""The findings: how many of each rule, and where they are."""

from __future__ import annotations

from collections import defaultdict

from handrail.report.compare import Change
from handrail.report.state import Finding, State
from handrail.state_page.chart import Bar, bars
from handrail.state_page.html import count
from handrail.state_page.section import Fold, Note, Pair, Section
from handrail.state_page.table import Cell, Column, Row, table

MAX_SHOWN = 25
"""Findings listed for a rule."""
MAX_BARS = 12
LEGEND = (("error", "error"), ("warning", "warning"))


def section(state: State, change: Change | None, check: str) -> Section:
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in state.findings:
        by_rule[finding.rule].append(finding)
    rules = sorted(by_rule, key=lambda rule: (by_rule[rule][0].severity != "error", -len(by_rule[rule]), rule))
    errors = sum(finding.severity == "error" for finding in state.findings)
    if not state.findings:
        return Section("findings", "Findings", "No problems found.", "good")
    lead = (
        f"{count(errors, 'error')} and {count(len(state.findings) - errors, 'warning')} from "
        f"{count(len(rules), 'rule')}. Errors must be fixed before publishing."
    )
    rows = [Bar(rule, ((by_rule[rule][0].severity, len(by_rule[rule])),), f"{len(by_rule[rule]):,}") for rule in rules]
    chart = bars("findings-chart", "Findings by rule", rows[:MAX_BARS], LEGEND)
    columns = [Column("Rule", is_code=True), Column("Severity"), Column("Findings", is_number=True)]
    if change:
        columns += [Column("New", is_number=True), Column("Resolved", is_number=True)]
    listed = table("findings-table", "Findings by rule", columns, [_row(rule, by_rule[rule], change) for rule in rules])
    folds = [_fold(rule, by_rule[rule], check) for rule in rules]
    return Section("findings", "Findings", lead, "bad" if errors else "near", (Pair(chart, listed),), folds)


def note(finding: Finding) -> Note:
    place = f"{finding.path}:{finding.line}" if finding.line else finding.path
    return Note(place, finding.message, finding.fix, finding.severity)


def _row(rule: str, findings: list[Finding], change: Change | None) -> Row:
    severity = findings[0].severity
    row: list[Cell | str | int] = [rule, Cell(severity, tone="bad" if severity == "error" else "near"), len(findings)]
    return row + ([change.new_by_rule[rule], change.resolved_by_rule[rule]] if change else [])


def _fold(rule: str, findings: list[Finding], check: str) -> Fold:
    left_out = max(0, len(findings) - MAX_SHOWN)
    how = f"{check} --select {rule} --all"
    return Fold(
        f"{rule}: {count(len(findings), 'finding')}", [note(finding) for finding in findings[:MAX_SHOWN]], left_out, how
    )
