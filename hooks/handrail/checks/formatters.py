"""Formats findings: text for a terminal, JSON for programs, annotations for a pull or merge request.

The JSON is backwards-compatible: `version` 1, the numbers of `errors` and `warnings`, and `findings`, each with `rule`,
`severity` (error | warning), `path` (relative to the folder of the configuration), `line` (from 1; 0 if unknown),
`message` and `cure`, the fix. Keys may be added; these stay.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import click

from handrail.checks.rule import Finding

MAX_SEPARATE = 3
"""Up to this many identical findings get a line each; more of them share one."""
MAX_PLACES = 3
"""How many places a shared line names."""
MAX_LINES = 12
"""How many lines one rule gets."""


def as_text(findings: Sequence[Finding], everything: bool = False) -> str:
    """A line each, in the given order. Repeated findings share a line, unless `everything` is true."""
    lines = [_line(finding.place, finding) for finding in findings] if everything else _grouped(findings)
    return "\n".join([*lines, summary(findings)])


def as_terminal(findings: Sequence[Finding], everything: bool = False) -> str:
    """As for a file, but grouped by file and coloured, with the number of findings of each rule at the end."""
    lines: list[str] = []
    shown: Counter[str] = Counter()
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_path[finding.problem.path].append(finding)
    for path, group in by_path.items():
        listed = [finding for finding in group if everything or shown[finding.rule] < MAX_LINES]
        shown.update(finding.rule for finding in listed)
        lines += [click.style(path, bold=True), *map(_row, listed)] if listed else []
    if len(findings) > shown.total():
        lines.append(f"... and {len(findings) - shown.total()} more. Use --all to see them.")
    totals = Counter(finding.rule for finding in findings)
    lines += ["", *(f"{number:6}  {rule}" for rule, number in totals.most_common())] if len(totals) > 1 else []
    return "\n".join([*lines, click.style(summary(findings), bold=True)])


def as_json(findings: Sequence[Finding]) -> str:
    totals = {"version": 1, "errors": count(findings, "error"), "warnings": count(findings, "warning")}
    return json.dumps(totals | {"findings": [_record(finding) for finding in findings]}, ensure_ascii=False, indent=1)


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands of GitHub Actions: each finding becomes an annotation of its line."""
    return "\n".join(_command(finding) for finding in findings)


def as_gitlab(findings: Sequence[Finding]) -> str:
    """A Code Quality report of GitLab, which shows each finding at its line of a merge request."""
    return json.dumps([_report(finding) for finding in findings], ensure_ascii=False, indent=1)


def count(findings: Sequence[Finding], severity: str) -> int:
    return sum(finding.severity == severity for finding in findings)


def summary(findings: Sequence[Finding]) -> str:
    if not findings:
        return "No problems found."
    numbers = [(count(findings, word), word) for word in ("error", "warning")]
    return " and ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in numbers if number) + "."


def _grouped(findings: Sequence[Finding]) -> list[str]:
    """The lines, with repeated findings on one line and a limit for each rule."""
    identical: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        identical[finding.rule, finding.problem.message, finding.problem.fix].append(finding)
    lines: list[str] = []
    shown: Counter[str] = Counter()
    omitted: Counter[str] = Counter()
    for finding in findings:
        group = identical[finding.rule, finding.problem.message, finding.problem.fix]
        shared = len(group) > MAX_SEPARATE
        if shared and finding is not group[0]:
            continue
        if shown[finding.rule] == MAX_LINES:
            omitted[finding.rule] += len(group) if shared else 1
            continue
        shown[finding.rule] += 1
        lines.append(_line(_places(group) if shared else finding.place, finding))
    for rule, number in omitted.items():
        lines.append(f"... and {number} more of {rule}. Use --all to see them.")
    return lines


def _places(group: Sequence[Finding]) -> str:
    files = {finding.problem.path for finding in group}
    places = list(dict.fromkeys(finding.place for finding in group))
    rest = len(group) - min(MAX_PLACES, len(places))
    within = f" in {len(files)} files" if len(files) > 1 else ""
    return f"{', '.join(places[:MAX_PLACES])} and {rest} more{within}"


def _line(places: str, finding: Finding) -> str:
    problem = finding.problem
    return f"{places}: {finding.severity}: {problem.message}. {problem.fix} [{finding.rule}]"


def _row(finding: Finding) -> str:
    problem = finding.problem
    severity = click.style(f"{finding.severity:7}", fg="red" if finding.severity == "error" else "yellow")
    return f"{problem.line or '':6}  {severity}  {problem.message}. {problem.fix} {click.style(finding.rule, dim=True)}"


def _record(finding: Finding) -> dict[str, str | int]:
    problem = finding.problem
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "path": problem.path,
        "line": problem.line,
        "message": problem.message,
        "cure": problem.fix,
    }


def _report(finding: Finding) -> dict[str, Any]:
    problem = finding.problem
    said = f"{problem.message}. {problem.fix}"
    return {
        "description": said,
        "check_name": finding.rule,
        "fingerprint": hashlib.sha256(f"{finding.rule}\0{problem.path}\0{problem.line}\0{said}".encode()).hexdigest(),
        "severity": {"error": "major"}.get(finding.severity, "minor"),
        "location": {"path": problem.path, "lines": {"begin": problem.line or 1}},
    }


def _command(finding: Finding) -> str:
    problem = finding.problem
    values = {"file": problem.path, "line": str(problem.line or 1), "title": finding.rule}
    escaped = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in values.items())
    return f"::{finding.severity} {escaped}::{_escaped(f'{problem.message}. {problem.fix}')}"


def _escaped(text: str, also: str = "") -> str:
    for sign in f"%\r\n{also}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
