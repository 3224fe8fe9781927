"""What builds cost, and the table that sets them side by side."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

OURS, PRUNED, PLAIN = "Handrail", "Material, navigation.prune", "Material, defaults"
BASE = 1_000
"""The number of articles that the cost per page of the largest site is held against."""


@dataclass(frozen=True)
class Cost:
    """What one build took and wrote. A figure is None where it was not run, or the system does not tell."""

    articles: int
    """In each language."""
    builder: str
    pages: int | None = None
    seconds: float | None = None
    cpu_seconds: float | None = None
    edit_cpu_seconds: float | None = None
    """Of a build after one more line in one article."""
    peak_bytes: int | None = None
    written_bytes: int | None = None
    html_bytes: int | None = None
    """Of all pages together."""

    @property
    def page_ms(self) -> float | None:
        return 1000 * self.seconds / self.pages if self.seconds and self.pages else None

    @property
    def page_cpu_ms(self) -> float | None:
        return 1000 * self.cpu_seconds / self.pages if self.cpu_seconds and self.pages else None

    @property
    def page_bytes(self) -> float | None:
        return self.html_bytes / self.pages if self.html_bytes and self.pages else None


def as_json(costs: Sequence[Cost]) -> str:
    figures = [{**asdict(cost), "ratio": _ratio(cost, costs)} for cost in costs]
    return json.dumps(figures, indent=2)


def as_table(costs: Sequence[Cost], markdown: bool) -> str:
    """A table, and below it how the cost of a page grows from BASE articles to the most.

    The ratio is that of a build's seconds to those of Material with navigation.prune, for the same articles.
    """
    rows = [_cells(cost, costs) for cost in costs]
    columns = list(zip(_COLUMNS, *rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    sized = list(zip(_COLUMNS, widths, strict=True))
    aligned = list(zip(*map(_align, columns, widths), strict=True))
    if markdown:
        rules = ["-" * width if name in _WORDS else "-" * (width - 1) + ":" for name, width in sized]
        lines = [f"| {' | '.join(row)} |" for row in (aligned[0], rules, *aligned[1:])]
    else:
        lines = ["  ".join(row).rstrip() for row in aligned]
    return "\n".join([*lines, "", *_growth(costs)]).rstrip()


_COLUMNS = (
    *("Articles", "Builder", "Pages", "Seconds", "CPU s", "After an edit"),
    *("ms/page", "Peak MB", "Written MB", "Bytes/page", "Ratio"),
)
_WORDS = ("Builder",)


def _cells(cost: Cost, costs: Sequence[Cost]) -> tuple[str, ...]:
    name = (f"{cost.articles:,}", cost.builder)
    if cost.seconds is None:
        return (*name, "not run", *("" for _ in _COLUMNS[3:]))
    return (
        *name,
        _figure(cost.pages),
        _figure(cost.seconds, 1),
        _figure(cost.cpu_seconds, 1),
        _figure(cost.edit_cpu_seconds, 1),
        _figure(cost.page_ms, 2),
        _figure(cost.peak_bytes and cost.peak_bytes / 1e6),
        _figure(cost.written_bytes and cost.written_bytes / 1e6, 1),
        _figure(cost.page_bytes),
        _figure(_ratio(cost, costs), 2),
    )


def _figure(value: float | None, places: int = 0) -> str:
    return "-" if value is None else f"{value:,.{places}f}"


def _align(column: Sequence[str], width: int) -> list[str]:
    return [cell.ljust(width) if column[0] in _WORDS else cell.rjust(width) for cell in column]


def _ratio(cost: Cost, costs: Sequence[Cost]) -> float | None:
    peers = (peer for peer in costs if peer.builder == PRUNED and peer.articles == cost.articles)
    peer = next(peers, None)
    return _quotient(cost.seconds, peer.seconds) if peer else None


def _growth(costs: Sequence[Cost]) -> list[str]:
    lines = []
    for builder in (OURS, PRUNED):
        own = {cost.articles: cost for cost in costs if cost.builder == builder}
        largest, base = own[max(own)], own.get(BASE)
        if base and largest.articles > BASE:
            seconds = _figure(_quotient(largest.page_ms, base.page_ms), 2)
            cpu = _figure(_quotient(largest.page_cpu_ms, base.page_cpu_ms), 2)
            what = f"a page of {largest.articles:,} articles costs {seconds} times one of {BASE:,}"
            lines.append(f"{builder}: {what}; in CPU seconds, {cpu} times.")
    return lines


def _quotient(value: float | None, of: float | None) -> float | None:
    return value / of if value and of else None
