"""Changes since the state to compare with: new and resolved findings."""

from __future__ import annotations

from collections.abc import Sequence

from handrail.report.compare import Change
from handrail.report.state import Finding
from handrail.state_page.findings import note
from handrail.state_page.html import count
from handrail.state_page.section import Fold, Section

MAX_SHOWN = 100


def section(change: Change) -> Section:
    new, resolved = len(change.new), len(change.resolved)
    lead = f"Since {change.since}: {count(new, 'new finding')}, {count(resolved, 'resolved finding')}."
    folds = [
        _fold(f"{count(new, 'new finding')}", change.new),
        _fold(f"{count(resolved, 'resolved finding')}", change.resolved),
    ]
    tone = "bad" if any(finding.severity == "error" for finding in change.new) else "near" if new else "good"
    return Section("changes", "Changes", lead, tone, (), [fold for fold in folds if fold.notes])


def _fold(title: str, findings: Sequence[Finding]) -> Fold:
    left_out = max(0, len(findings) - MAX_SHOWN)
    return Fold(title, [note(finding) for finding in findings[:MAX_SHOWN]], left_out, "the JSON next to this page")
