"""Compares two states: which findings are new, which are resolved."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from dataclasses import dataclass

from pydantic import ValidationError

from handrail.report.state import VERSION, Finding, State


class OldStateError(Exception):
    """A file is not a state to compare with. The message says why, and what to do."""


@dataclass(frozen=True)
class Change:
    since: datetime.date
    new: tuple[Finding, ...]
    resolved: tuple[Finding, ...]
    before: State

    @property
    def new_by_rule(self) -> Counter[str]:
        return Counter(finding.rule for finding in self.new)

    @property
    def resolved_by_rule(self) -> Counter[str]:
        return Counter(finding.rule for finding in self.resolved)


def read(text: str, name: str) -> State:
    """The state in a file that the report wrote. Raises OldStateError."""
    fix = "Name the .json file that scripts/report.py wrote next to its page."
    try:
        data = json.loads(text)
        version = data["version"]
        if version != VERSION:
            raise OldStateError(f"{name}: its version is {version}, not {VERSION}. Compare with a newer file.")
        return State.model_validate(data)
    except (ValueError, KeyError, TypeError, ValidationError):
        raise OldStateError(f"{name}: not the state of a help center. {fix}") from None


def changes(before: State, now: State) -> Change:
    """Findings with the same rule, file and message are the same, whatever their lines. Each is counted."""
    return Change(since=before.day, new=_only_in(now, before), resolved=_only_in(before, now), before=before)


def _only_in(state: State, other: State) -> tuple[Finding, ...]:
    counts = Counter(_key(finding) for finding in other.findings)
    missing = []
    for finding in state.findings:
        counts[_key(finding)] -= 1
        if counts[_key(finding)] < 0:
            missing.append(finding)
    return tuple(missing)


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.path, finding.message
