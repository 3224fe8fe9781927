"""Tables of a chart's figures, or of what is too much for a chart. A browser can sort them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Row = Sequence["Cell | str | int"]
MAX_ROWS = 400
"""Rows of one table; the JSON next to the page has them all."""


@dataclass(frozen=True)
class Cell:
    text: str
    value: str | int | float | None = None
    """The sort key, where it is not the text."""
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
    """How many rows were dropped."""
    sorted_by: int | None = None
    descending: bool = False
    folded: bool = field(default=False)
    """Whether it is closed at first."""


def table(
    id: str,
    caption: str,
    columns: Sequence[Column],
    rows: Iterable[Row],
    sorted_by: int | None = None,
    descending: bool = False,
    folded: bool = False,
) -> Table:
    """A table of the first MAX_ROWS of these rows. A number becomes a cell that is sorted as a number."""
    cells = [tuple(_cell(value) for value in row) for row in rows]
    left_out = max(0, len(cells) - MAX_ROWS)
    return Table(id, caption, tuple(columns), tuple(cells[:MAX_ROWS]), left_out, sorted_by, descending, folded)


def _cell(value: Cell | str | int) -> Cell:
    if isinstance(value, Cell):
        return value
    return Cell(f"{value:,}", value) if isinstance(value, int) else Cell(value)
