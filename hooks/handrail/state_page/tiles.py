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
    figures = [
        Tile(
            "Errors",
            f"{errors:,}",
            "must be fixed",
            "#findings",
            "bad" if errors else "good",
            _change(errors, old_errors),
        ),
        Tile(
            "Warnings",
            f"{warnings:,}",
            "should be fixed",
            "#findings",
            "near" if warnings else "good",
            _change(warnings, old_warnings),
        ),
        Tile(
            "Published",
            f"{state.published:,}",
            f"of {state.pairs:,} pages in {len(state.languages)} languages",
            "#coverage",
            "good" if state.published == state.pairs else "near",
            _change(state.published, before.published if before else None),
        ),
        _findability(state, before),
        Tile(
            "Overdue",
            f"{len(state.overdue):,}",
            f"of {len(state.reviews):,} reviews",
            "#freshness",
            "bad" if state.overdue else "good",
            _change(len(state.overdue), len(before.overdue) if before else None),
        ),
        _weight(state, before),
    ]
    if state.drift is not None:
        old = len(before.drift) if before and before.drift is not None else None
        figures.insert(
            3,
            Tile(
                "Outdated",
                f"{len(state.drift):,}",
                "sections of translations",
                "#drift",
                "near" if state.drift else "good",
                _change(len(state.drift), old),
            ),
        )
    return figures


def _findability(state: State, before: State | None) -> Tile:
    if state.findability is None:
        return Tile("Found", "?", "search was not checked", "#findability", "none")
    asked = len(state.findability)
    tone = "good" if state.met == asked else "bad"
    old = before.met if before and before.findability is not None else None
    value = _share(state.met, asked)
    return Tile("Found", value, f"of {asked:,} searches", "#findability", tone, _change(state.met, old, " found"))


def _share(part: int, whole: int) -> str:
    """A percentage that is 100 only where nothing is missing."""
    if part == whole:
        return "100%"
    return f"{min(part / whole, 0.999):.1%}"


def _weight(state: State, before: State | None) -> Tile:
    now, old = _middle(state), _middle(before) if before else None
    if now is None:
        return Tile("Weight", "?", "there is no built site", "#weights", "none")
    change = _change(round(now / 1000), round(old / 1000), " kB") if old is not None else ""
    return Tile("Weight", f"{now / 1000:.0f} kB", "the median page", "#weights", "", change)


def _middle(state: State) -> float | None:
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
