"""Page weights: what a browser loads before it can show a page of the built site."""

from __future__ import annotations

from collections import defaultdict
from statistics import median

from handrail.report.state import State, Weight
from handrail.state_page.chart import Bar, bars
from handrail.state_page.html import count
from handrail.state_page.section import Pair, Section
from handrail.state_page.table import Column, Row, table

MAX_SHOWN = 15
LEGEND = (("html", "HTML"), ("css", "style sheets"), ("js", "scripts"))


def section(state: State) -> Section:
    title = "Page weights"
    if state.weights is None:
        return Section("weights", title, "Not measured: there is no built site.", "none")
    if not state.weights:
        return Section("weights", title, "The built site has no pages.", "none")
    kinds: dict[str, list[Weight]] = defaultdict(list)
    for weight in state.weights:
        kinds[weight.kind].append(weight)
    heaviest = max(state.weights, key=lambda weight: (weight.total, weight.url))
    middle = median(weight.total for weight in state.weights)
    lead = (
        f"The median of {count(len(state.weights), 'page')} is {_kilobytes(middle)}; the heaviest, "
        f"{heaviest.url or 'the first page'}, is {_kilobytes(heaviest.total)}. Sizes are compressed with gzip."
    )
    order = sorted(kinds, key=lambda kind: -median(weight.total for weight in kinds[kind]))
    rows = [_bar(kind, kinds[kind]) for kind in order]
    chart = bars("weights-chart", "The median page of each kind", rows, LEGEND)
    columns = [Column("Page", is_code=True), Column("Kind"), *_COLUMNS]
    most = sorted(state.weights, key=lambda weight: (-weight.total, weight.url))[:MAX_SHOWN]
    listed = table("weights-table", "The heaviest pages, in bytes", columns, [_row(weight) for weight in most], 5, True)
    return Section("weights", title, lead, "", (Pair(chart, listed),))


_COLUMNS = tuple(Column(name, is_number=True) for name in ("HTML", "CSS", "JS", "Total"))


def _bar(kind: str, weights: list[Weight]) -> Bar:
    parts = [(name, median(getattr(weight, name) for weight in weights)) for name, _ in LEGEND]
    return Bar(
        f"{kind} ({count(len(weights), 'page')})", tuple(parts), _kilobytes(median(weight.total for weight in weights))
    )


def _row(weight: Weight) -> Row:
    return [weight.url or "/", weight.kind, weight.html, weight.css, weight.js, weight.total]


def _kilobytes(size: float) -> str:
    return f"{size / 1000:,.1f} kB"
