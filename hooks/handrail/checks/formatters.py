"""Findings as an author reads them in a terminal, as JSON for machines, and as annotations of a pull request.

The JSON is stable: `version` 1, the numbers of `errors` and `warnings`, and `findings`, each with `rule`, `severity`
(error | warning), `path` (relative to the folder of the configuration), `line` (from 1; 0 where none can be named),
`message` and `cure`, an older word for the fix. New keys may come; these stay.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence

from handrail.checks.rule import Finding

SAME = 3
"""So many identical findings stand a line each; more of them share one."""
NAMED = 3
"""The places that a shared line names."""
OF_A_RULE = 12
"""The lines that one rule gets."""


def as_text(findings: Sequence[Finding], everything: bool = False) -> str:
    """A line each, worst first. What repeats is said once, unless `everything` is wanted."""
    lines = [_line(finding.place, finding) for finding in findings] if everything else _grouped(findings)
    return "\n".join([*lines, summary(findings)])


def as_json(findings: Sequence[Finding]) -> str:
    counted = {"version": 1, "errors": count(findings, "error"), "warnings": count(findings, "warning")}
    return json.dumps(counted | {"findings": [_record(finding) for finding in findings]}, ensure_ascii=False, indent=1)


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands: each finding becomes a remark beside its line."""
    return "\n".join(_command(finding) for finding in findings)


def count(findings: Sequence[Finding], severity: str) -> int:
    return sum(finding.severity == severity for finding in findings)


def summary(findings: Sequence[Finding]) -> str:
    if not findings:
        return "Nothing is wrong."
    numbers = [(count(findings, word), word) for word in ("error", "warning")]
    return " and ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in numbers if number) + "."


def _grouped(findings: Sequence[Finding]) -> list[str]:
    """The lines, with what repeats said once and no rule drowning the others."""
    alike: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        alike[finding.rule, finding.problem.message, finding.problem.fix].append(finding)
    lines: list[str] = []
    shown: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for finding in findings:
        group = alike[finding.rule, finding.problem.message, finding.problem.fix]
        shared = len(group) > SAME
        if shared and finding is not group[0]:
            continue
        if shown[finding.rule] == OF_A_RULE:
            left[finding.rule] += len(group) if shared else 1
            continue
        shown[finding.rule] += 1
        lines.append(_line(_places(group) if shared else finding.place, finding))
    for rule, number in left.items():
        lines.append(f"... and {number} more of {rule}: --all shows them.")
    return lines


def _places(group: Sequence[Finding]) -> str:
    files = {finding.problem.path for finding in group}
    places = list(dict.fromkeys(finding.place for finding in group))
    rest = len(group) - min(NAMED, len(places))
    within = f" in {len(files)} files" if len(files) > 1 else ""
    return f"{', '.join(places[:NAMED])} and {rest} more{within}"


def _line(places: str, finding: Finding) -> str:
    problem = finding.problem
    return f"{places}: {finding.severity}: {problem.message}. {problem.fix} [{finding.rule}]"


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


def _command(finding: Finding) -> str:
    problem = finding.problem
    values = {"file": problem.path, "line": str(problem.line or 1), "title": finding.rule}
    escaped = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in values.items())
    return f"::{finding.severity} {escaped}::{_escaped(f'{problem.message}. {problem.fix}')}"


def _escaped(text: str, also: str = "") -> str:
    for sign in f"%\r\n{also}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
