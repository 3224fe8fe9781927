"""What changed between two states: findings that came and went, and how the figures moved."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from dataclasses import dataclass

from pydantic import ValidationError

from handrail.report.state import VERSION, Finding, State


class OldStateError(Exception):
    """A file holds no state to compare with. Its text says why, and what to do."""


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
    """The state that a file holds, as the report wrote it. Raises OldStateError."""
    fix = "Name the .json that scripts/report.py wrote beside its page."
    try:
        data = json.loads(text)
        version = data["version"]
        if version != VERSION:
            raise OldStateError(f"{name}: its version is {version}, not {VERSION}. Compare with a newer one.")
        return State.model_validate(data)
    except (ValueError, KeyError, TypeError, ValidationError):
        raise OldStateError(f"{name}: not the state of a help center. {fix}") from None


def changes(before: State, now: State) -> Change:
    """Findings are the same where rule, file and words are: a line may move. Where one stood twice and stands once,
    one of the two was resolved."""
    return Change(
        since=before.day,
        new=_more(now, before),
        resolved=_more(before, now),
        before=before,
    )


def _more(one: State, other: State) -> tuple[Finding, ...]:
    """The findings of one state that the other one lacks."""
    held = Counter(_words(finding) for finding in other.findings)
    found = []
    for finding in one.findings:
        if held[_words(finding)]:
            held[_words(finding)] -= 1
        else:
            found.append(finding)
    return tuple(found)


def _words(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.path, finding.message
