"""The figures at the top of the page, each with its change since the state to compare with."""

from __future__ import annotations

from statistics import median

from handrail.report.compare import Change
from handrail.report.state import State
from handrail.state_page.section import Tile


def tiles(state: State, change: Change | None) -> list[Tile]:
    before = change.before if change else None
    errors, warnings = _severities(state)
    old_errors, old_warnings = _severities(before) if before else (None, None)
    published, overdue = state.published, len(state.overdue)
    old_published, old_overdue = (before.published, len(before.overdue)) if before else (None, None)
    pages = f"of {state.pairs:,} pages in {len(state.languages)} languages"
    reviews = f"of {len(state.reviews):,} reviews"
    return [
        _count("Errors", errors, old_errors, "must be fixed", "findings", "bad" if errors else "good"),
        _count("Warnings", warnings, old_warnings, "should be fixed", "findings", "near" if warnings else "good"),
        _count(
            "Published", published, old_published, pages, "coverage", "good" if published == state.pairs else "near"
        ),
        *_drift(state, before),
        _findability(state, before),
        _count("Overdue", overdue, old_overdue, reviews, "freshness", "bad" if overdue else "good"),
        _weight(state, before),
    ]


def _count(label: str, number: int, before: int | None, note: str, section: str, tone: str) -> Tile:
    return Tile(label, f"{number:,}", note, f"#{section}", tone, _change(number, before))


def _drift(state: State, before: State | None) -> list[Tile]:
    if state.drift is None:
        return []
    old = len(before.drift) if before and before.drift is not None else None
    tone = "near" if state.drift else "good"
    return [_count("Outdated", len(state.drift), old, "sections of translations", "drift", tone)]


def _findability(state: State, before: State | None) -> Tile:
    if state.findability is None:
        return Tile("Found", "?", "search was not checked", "#findability", "none")
    searches = len(state.findability)
    tone = "good" if state.met == searches else "bad"
    old = before.met if before and before.findability is not None else None
    share = _share(state.met, searches)
    return Tile("Found", share, f"of {searches:,} searches", "#findability", tone, _change(state.met, old, " found"))


def _share(part: int, whole: int) -> str:
    """A percentage that is 100 only where nothing is missing."""
    return "100%" if part == whole else f"{min(part / whole, 0.999):.1%}"


def _weight(state: State, before: State | None) -> Tile:
    now, old = _median(state), _median(before) if before else None
    if now is None:
        return Tile("Weight", "?", "there is no built site", "#weights", "none")
    change = _change(round(now / 1000), round(old / 1000), " kB") if old is not None else ""
    return Tile("Weight", f"{now / 1000:.0f} kB", "the median page", "#weights", "", change)


def _median(state: State) -> float | None:
    return median(weight.total for weight in state.weights) if state.weights else None


def _severities(state: State) -> tuple[int, int]:
    errors = sum(finding.severity == "error" for finding in state.findings)
    return errors, len(state.findings) - errors


def _change(now: int, before: int | None, unit: str = "") -> str:
    """The change of a figure; empty where there is nothing to compare with."""
    if before is None:
        return ""
    if now == before:
        return "unchanged"
    return f"{'+' if now > before else '−'}{abs(now - before):,}{unit}"
