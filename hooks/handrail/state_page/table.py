"""Tables: what a chart shows as figures, and what is too much for a chart. A browser can sort them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Row = Sequence["Cell | str | int"]
MOST = 400
"""Rows of one table; the JSON beside the page has them all."""


@dataclass(frozen=True)
class Cell:
    text: str
    value: str | int | float | None = None
    """What it is sorted by, where that is not the text."""
    language: str = ""
    tone: str = ""
    """A class: bad, near, good."""


@dataclass(frozen=True)
class Column:
    name: str
    is_number: bool = False
    is_code: bool = False
    is_day: bool = False


@dataclass(frozen=True)
class Table:
    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    left_out: int = 0
    """Rows that there is no room for."""
    sorted_by: int | None = None
    descending: bool = False
    folded: bool = field(default=False)
    """Whether it opens only when a reader asks for it."""


def table(
    id: str,
    caption: str,
    columns: Sequence[Column],
    rows: Iterable[Row],
    sorted_by: int | None = None,
    descending: bool = False,
    folded: bool = False,
) -> Table:
    """A table of these rows, in their order, as far as there is room. A number is a cell that is sorted as one."""
    cells = [tuple(_cell(value) for value in row) for row in rows]
    left_out = max(0, len(cells) - MOST)
    return Table(id, caption, tuple(columns), tuple(cells[:MOST]), left_out, sorted_by, descending, folded)


def _cell(value: Cell | str | int) -> Cell:
    if isinstance(value, Cell):
        return value
    return Cell(f"{value:,}", value) if isinstance(value, int) else Cell(value)
