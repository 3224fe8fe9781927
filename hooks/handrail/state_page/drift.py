"""Drift: the sections of translations that fell behind their originals."""

from __future__ import annotations

from handrail.report.state import Behind, State
from handrail.state_page.chart import Bar, bars
from handrail.state_page.html import count
from handrail.state_page.section import Pair, Section
from handrail.state_page.table import Cell, Column, Row, table

TITLE = "Translation drift"
LEGEND = (("bad", "major"), ("near", "medium"), ("fair", "typo"))
"""How much a change matters to readers."""


def section(state: State) -> Section:
    if state.drift is None:
        return Section("drift", TITLE, "Not measured: no translation says which text it was made from.", "none")
    if not state.drift:
        return Section("drift", TITLE, "Every translation says what its original says today.", "good")
    languages = [
        language for language in state.languages if any(each.language == language.code for each in state.drift)
    ]
    articles = {(each.article, each.language) for each in state.drift}
    lead = f"{count(len(state.drift), 'section')} of {count(len(articles), 'translation')} fell behind"
    oldest = max((days for each in state.drift if (days := _days(state, each)) is not None), default=None)
    lead += "." if oldest is None else f", the first of them {count(oldest, 'day')} ago."
    rows = [
        _bar(language.name, [each for each in state.drift if each.language == language.code]) for language in languages
    ]
    says = "; ".join(f"{row.label}: {row.note}" for row in rows)
    chart = bars("drift-chart", "Sections that fell behind, by how much it matters", says, rows, LEGEND)
    columns = [
        *(Column("Article", is_code=True), Column("Language"), Column("Section", is_code=True)),
        *(Column("Change"), Column("Matters"), Column("Days", is_number=True), Column("Of it", is_number=True)),
    ]
    order = sorted(state.drift, key=lambda each: (-(_days(state, each) or 0), each.article, each.language))
    listed = table("drift-table", "Sections that fell behind", columns, [_row(state, each) for each in order])
    tone = "bad" if any(each.level == "major" for each in state.drift) else "near"
    return Section("drift", TITLE, lead, tone, (Pair(chart, listed),))


def _bar(name: str, behind: list[Behind]) -> Bar:
    levels = [each.level for each in behind]
    parts = tuple((kind, levels.count(level)) for kind, level in LEGEND)  # type: ignore[arg-type]
    return Bar(name, parts, count(len(behind), "section"))


def _row(state: State, each: Behind) -> Row:
    days = _days(state, each)
    return [
        *(each.article, each.language, each.section.lstrip("_"), each.what),
        Cell(each.level, tone="bad" if each.level == "major" else ""),
        Cell("unknown", -1) if days is None else Cell(f"{days:,}", days),
        Cell("unknown", -1) if each.share is None else Cell(f"{each.share:.0%}", each.share),
    ]


def _days(state: State, each: Behind) -> int | None:
    return (state.day - each.since).days if each.since else None
