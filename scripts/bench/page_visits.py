"""What visits of pages took, and the table that sets two builders side by side."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median

from bench.slow_phone import Visit


@dataclass(frozen=True)
class Visits:
    """All visits of one page."""

    kind: str
    builder: str
    rounds: tuple[Visit, ...]

    def median(self, name: str) -> float | None:
        """Of one figure; None where the page does not have it."""
        found = [getattr(one, name) for one in self.rounds]
        return None if None in found else median(found)


def as_json(visits: Sequence[Visits]) -> str:
    return json.dumps([asdict(one) for one in visits], indent=2)


def as_table(visits: Sequence[Visits], markdown: bool) -> str:
    """A row for each kind of page; each cell holds the figure of one builder and that of the other."""
    builders = list(dict.fromkeys(one.builder for one in visits))
    by_name = {(one.kind, one.builder): one for one in visits}
    rows = [["Page", *_COLUMNS], ["", *[" / ".join(builders)] * len(_COLUMNS)]]
    for kind in dict.fromkeys(one.kind for one in visits):
        cells = []
        for name, write in _COLUMNS.values():
            figures = [by_name[kind, builder].median(name) for builder in builders]
            cells.append(" / ".join("-" if figure is None else write(figure) for figure in figures))
        rows.append([kind, *cells])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [[cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in rows]
    if not markdown:
        return "\n".join("  ".join(line).rstrip() for line in lines)
    rules = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(f"| {' | '.join(line)} |" for line in (lines[0], rules, *lines[2:]))


def _figure(places: int, unit: float = 1) -> Callable[[float], str]:
    return lambda value: f"{value / unit:,.{places}f}"


_COLUMNS: dict[str, tuple[str, Callable[[float], str]]] = {
    "KB": ("size", _figure(1, 1000)),
    "Requests": ("requests", _figure(0)),
    "First paint s": ("first_paint", _figure(2)),
    "Largest paint s": ("largest_paint", _figure(2)),
    "Layout shift": ("shift", _figure(3)),
    "Main thread ms": ("busy", _figure(0)),
    "First result s": ("answer", _figure(2)),
}
