"""Drift: the sections of translations that fell behind their sources."""

from __future__ import annotations

from helpcenter.report.state import State

from .chart import Bar, bars
from .markup import count
from .section import Pair, Section
from .table import Column, Row, table


def section(state: State) -> Section:
    if state.drift is None:
        return Section("drift", "Translation drift", "Not measured.", "none")
    if not state.drift:
        return Section("drift", "Translation drift", "Every translation is of its source as it stands now.", "good")
    names = {language.code: language.name for language in state.languages}
    behind = {code: [lag for lag in state.drift if lag.language == code] for code in names}
    lead = (
        f"{count(len(state.drift), 'section')} of {count(len({lag.article for lag in state.drift}), 'article')} "
        f"fell behind, the oldest of them {count(max(lag.behind for lag in state.drift), 'day')} ago."
    )
    rows = [
        Bar(names[code], (("near", sum(lag.words for lag in lags)),), count(sum(lag.words for lag in lags), "word"))
        for code, lags in behind.items()
        if lags
    ]
    says = "; ".join(f"{row.label}: {row.note}" for row in rows)
    chart = bars("drift-chart", "Words of the sections that fell behind", says, rows)
    columns = [
        *(Column("Article", is_code=True), Column("Language"), Column("Section", is_code=True)),
        *(Column("Days behind", is_number=True), Column("Words", is_number=True)),
    ]
    oldest = sorted(state.drift, key=lambda lag: (-lag.behind, -lag.words, lag.article, lag.language, lag.section))
    cells: list[Row] = [[lag.article, lag.language, lag.section, lag.behind, lag.words] for lag in oldest]
    listed = table("drift-table", "Sections that fell behind", columns, cells, sorted_by=3, descending=True)
    return Section("drift", "Translation drift", lead, "near", (Pair(chart, listed),))
