"""Charts as SVG: bars, columns over months, spans on a time line.

Widths are percentages and heights are pixels, so a chart fits a telephone and a desk alike, and its letters stay as
large as those around it. Colours and patterns are classes: what a part means shows by its pattern too.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from handrail.state_page.html import element, percent

ROW, BAR = 42, 12
COLUMNS = 132
"""The height of the highest column."""
LABELS = 5
"""Labels that fit below columns."""


@dataclass(frozen=True)
class Chart:
    """A picture, what it is called, what it says in words, and what its parts mean: a class and a word each."""

    id: str
    title: str
    says: str
    picture: Markup
    legend: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Bar:
    label: str
    parts: tuple[tuple[str, float], ...]
    """A class and a size each."""
    note: str
    """What stands at the end: the figure."""


@dataclass(frozen=True)
class Span:
    label: str
    start: datetime.date
    end: datetime.date
    kind: str
    note: str


def bars(id: str, title: str, says: str, rows: Sequence[Bar], legend: Sequence[tuple[str, str]] = ()) -> Chart:
    """Horizontal bars, their parts end to end; the longest one is as wide as there is room."""
    most = max((sum(size for _, size in row.parts) for row in rows), default=0) or 1
    drawn: list[Markup] = []
    for place, row in enumerate(rows):
        top = place * ROW
        drawn.append(element("text", row.label, x="0", y=top + 15, class_="label"))
        drawn.append(element("text", row.note, x="100%", y=top + 15, class_="note", text_anchor="end"))
        drawn.append(element("rect", x="0", y=top + 22, width="100%", height=BAR, class_="track"))
        start = 0.0
        for kind, size in row.parts:
            if size:
                box = {"x": percent(start / most), "width": percent(size / most)}
                drawn.append(element("rect", **box, y=top + 22, height=BAR, class_=f"part {kind}"))
            start += size
    return Chart(id, title, says, _svg(id, title, says, len(rows) * ROW, drawn), tuple(legend))


def columns(
    id: str, title: str, says: str, months: Sequence[tuple[datetime.date, str, int]], legend: Sequence[tuple[str, str]]
) -> Chart:
    """A column for each month, in their order: its first day, a class, and a size."""
    most = max((size for *_, size in months), default=0) or 1
    width = 1 / max(len(months), 1)
    every = -(-len(months) // LABELS)
    drawn: list[Markup] = []
    for place, (month, kind, size) in enumerate(months):
        height = max(3, round(size / most * COLUMNS)) if size else 0
        top, middle = 20 + COLUMNS - height, percent((place + 0.5) * width)
        box = {"x": percent((place + 0.12) * width), "width": percent(0.76 * width)}
        if size:
            drawn.append(element("rect", **box, y=top, height=height, class_=f"part {kind}"))
            drawn.append(element("text", str(size), x=middle, y=top - 6, class_="note", text_anchor="middle"))
        if place % every == 0:
            is_last = place == len(months) - 1 > 0
            at = {"x": "100%", "text_anchor": "end"} if is_last else {"x": percent(place * width)}
            drawn.append(element("text", f"{month:%Y-%m}", **at, y=20 + COLUMNS + 18, class_="label"))
    drawn.append(
        element("line", x1="0", x2="100%", y1=20.5 + COLUMNS, y2=20.5 + COLUMNS, class_="axis"),
    )
    return Chart(id, title, says, _svg(id, title, says, COLUMNS + 44, drawn), tuple(legend))


def spans(
    id: str, title: str, says: str, rows: Sequence[Span], today: datetime.date, legend: Sequence[tuple[str, str]]
) -> Chart:
    """Spans on a time line, with a line through today. How a span ends is a mark of its own for each kind."""
    first = min((min(row.start, row.end) for row in rows), default=today)
    last = max((*(row.end for row in rows), today), default=today)
    length = max((last - first).days, 1)

    def at(day: datetime.date) -> float:
        return (day - first).days / length

    # The marks keep clear of both edges.
    def x(day: datetime.date) -> str:
        return percent(0.01 + 0.98 * at(day))

    height = 34 + len(rows) * ROW
    anchor = "start" if at(today) < 0.2 else "end" if at(today) > 0.8 else "middle"
    drawn = [
        element("text", f"today, {today}", x=x(today), y=13, class_="note", text_anchor=anchor),
        element("line", x1=x(today), x2=x(today), y1=20, y2=height, class_="today"),
    ]
    for place, row in enumerate(rows):
        top = 26 + place * ROW
        line = top + 28
        drawn.append(element("text", row.label, x="0", y=top + 15, class_="label"))
        drawn.append(element("text", row.note, x="100%", y=top + 15, class_="note", text_anchor="end"))
        drawn.append(element("line", x1=x(row.start), x2=x(row.end), y1=line, y2=line, class_=f"span {row.kind}"))
        drawn.append(element("circle", cx=x(row.end), cy=line, r=5, class_=f"end {row.kind}"))
    return Chart(id, title, says, _svg(id, title, says, height, drawn), tuple(legend))


def months(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """The first day of each month from that of `first` to that of `last`."""
    found = []
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        found.append(datetime.date(year, month, 1))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found


def _svg(id: str, title: str, says: str, height: int, drawn: Sequence[Markup]) -> Markup:
    return element(
        "svg",
        element("title", title, id=f"{id}-title"),
        element("desc", says, id=f"{id}-says"),
        *drawn,
        role="img",
        width="100%",
        height=height,
        aria_labelledby=f"{id}-title {id}-says",
    )
