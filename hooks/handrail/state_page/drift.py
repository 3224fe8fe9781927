"""Drift: the outdated sections of translations."""

from __future__ import annotations

from handrail.report.state import OutdatedSection, State
from handrail.state_page.chart import Bar, bars
from handrail.state_page.html import count
from handrail.state_page.section import Pair, Section
from handrail.state_page.table import Cell, Column, Row, table

TITLE = "Translation drift"
LEGEND = (("bad", "major"), ("near", "medium"), ("fair", "typo"))
"""How much a change matters to readers."""


def section(state: State) -> Section:
    if state.drift is None:
        return Section("drift", TITLE, "Not measured: no translation records which version it was made from.", "none")
    if not state.drift:
        return Section("drift", TITLE, "Every translation is up to date.", "good")
    translations = {(section.article, section.language) for section in state.drift}
    verb = "is" if len(state.drift) == 1 else "are"
    lead = f"{count(len(state.drift), 'section')} of {count(len(translations), 'translation')} {verb} outdated"
    oldest = max((days for section in state.drift if (days := _days(state, section)) is not None), default=None)
    lead += "." if oldest is None else f", the first for {count(oldest, 'day')}."
    by_language = [
        (language.name, [section for section in state.drift if section.language == language.code])
        for language in state.languages
    ]
    rows = [_bar(name, sections) for name, sections in by_language if sections]
    chart = bars("drift-chart", "Outdated sections, by importance", rows, LEGEND)
    columns = [
        *(Column("Article", is_code=True), Column("Language"), Column("Section", is_code=True)),
        *(Column("Change"), Column("Importance"), Column("Days", is_number=True), Column("Changed", is_number=True)),
    ]
    order = sorted(state.drift, key=lambda section: (-(_days(state, section) or 0), section.article, section.language))
    listed = table("drift-table", "Outdated sections", columns, [_row(state, section) for section in order])
    tone = "bad" if any(section.level == "major" for section in state.drift) else "near"
    return Section("drift", TITLE, lead, tone, (Pair(chart, listed),))


def _bar(name: str, sections: list[OutdatedSection]) -> Bar:
    levels = [section.level for section in sections]
    parts = tuple((kind, levels.count(level)) for kind, level in LEGEND)  # type: ignore[arg-type]
    return Bar(name, parts, count(len(sections), "section"))


def _row(state: State, section: OutdatedSection) -> Row:
    days = _days(state, section)
    return [
        *(section.article, section.language, section.section.lstrip("_"), section.what),
        Cell(section.level, tone="bad" if section.level == "major" else ""),
        Cell("unknown", -1) if days is None else Cell(f"{days:,}", days),
        Cell("unknown", -1) if section.share is None else Cell(f"{section.share:.0%}", section.share),
    ]


def _days(state: State, section: OutdatedSection) -> int | None:
    return (state.day - section.since).days if section.since else None
