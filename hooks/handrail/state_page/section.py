"""A section of the page: a heading, a sentence that sums it up, and charts with tables of their figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handrail.state_page.chart import Chart
from handrail.state_page.table import Table


@dataclass(frozen=True)
class Pair:
    """A chart with its table. Either may be missing."""

    chart: Chart | None
    table: Table | None


@dataclass(frozen=True)
class Note:
    """A finding in a list: where, what, the fix."""

    place: str
    message: str
    fix: str
    tone: str = ""


@dataclass(frozen=True)
class Fold:
    """Notes that are shown on demand."""

    title: str
    notes: Sequence[Note]
    left_out: int = 0
    how: str = ""
    """How to see what is left out."""


@dataclass(frozen=True)
class Section:
    id: str
    title: str
    lead: str
    tone: str
    """A class: good, near, bad, or none where nothing was measured."""
    pairs: Sequence[Pair] = ()
    folds: Sequence[Fold] = ()


@dataclass(frozen=True)
class Tile:
    """A figure at the top of the page, with its change."""

    label: str
    value: str
    note: str
    href: str
    tone: str
    change: str = ""
