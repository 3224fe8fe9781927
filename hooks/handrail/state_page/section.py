"""A section of the page: a heading, what it comes to in a sentence, and charts, each with the figures beside it."""

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
    """A remark of a rule: where, what, the fix."""

    place: str
    says: str
    fix: str
    tone: str = ""


@dataclass(frozen=True)
class Fold:
    """Notes behind a line that opens them."""

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
    """good, near, bad, or none where nothing was measured."""
    pairs: Sequence[Pair] = ()
    folds: Sequence[Fold] = ()


@dataclass(frozen=True)
class Tile:
    """One figure at the top of the page, with how it moved."""

    label: str
    value: str
    note: str
    href: str
    tone: str
    moved: str = ""
