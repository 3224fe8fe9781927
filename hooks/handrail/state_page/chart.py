"""SVG charts: bars, columns by month, spans on a time line.

Widths are percentages and heights are pixels, so that a chart fits any screen and its text has the size of the text
around it. Colours and patterns are classes: a pattern shows what a part means, not colour alone.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from handrail.state_page.html import element, percent

ROW_HEIGHT, BAR_HEIGHT, COLUMN_HEIGHT = 42, 12, 132
"""In pixels; that of the tallest column."""
MAX_LABELS = 5
"""How many labels fit below the columns."""


@dataclass(frozen=True)
class Chart:
    title: str
    svg: Markup
    legend: tuple[tuple[str, str], ...] = ()
    """What the parts mean: a class and a label each."""


@dataclass(frozen=True)
class Bar:
    label: str
    parts: tuple[tuple[str, float], ...]
    """A class and a size each."""
    note: str
    """The text at the end, the figure."""


@dataclass(frozen=True)
class Span:
    label: str
    start: datetime.date
    end: datetime.date
    kind: str
    note: str


def bars(id: str, title: str, rows: Sequence[Bar], legend: Sequence[tuple[str, str]] = ()) -> Chart:
    """Horizontal bars with their parts end to end; the longest one has the full width."""
    longest = max((sum(size for _, size in row.parts) for row in rows), default=0) or 1
    drawn: list[Markup] = []
    for place, row in enumerate(rows):
        top = place * ROW_HEIGHT
        drawn.append(element("text", row.label, x="0", y=top + 15, class_="label"))
        drawn.append(element("text", row.note, x="100%", y=top + 15, class_="note", text_anchor="end"))
        drawn.append(element("rect", x="0", y=top + 22, width="100%", height=BAR_HEIGHT, class_="track"))
        start = 0.0
        for kind, size in row.parts:
            if size:
                box = {"x": percent(start / longest), "width": percent(size / longest)}
                drawn.append(element("rect", **box, y=top + 22, height=BAR_HEIGHT, class_=f"part {kind}"))
            start += size
    return Chart(title, _svg(id, title, _described(rows), len(rows) * ROW_HEIGHT, drawn), tuple(legend))


def columns(
    id: str, title: str, months: Sequence[tuple[datetime.date, str, int]], legend: Sequence[tuple[str, str]]
) -> Chart:
    """A column for each month, given as its first day, a class and a size."""
    tallest = max((size for *_, size in months), default=0) or 1
    width = 1 / max(len(months), 1)
    every = -(-len(months) // MAX_LABELS)
    drawn: list[Markup] = []
    for place, (month, kind, size) in enumerate(months):
        height = max(3, round(size / tallest * COLUMN_HEIGHT)) if size else 0
        top, middle = 20 + COLUMN_HEIGHT - height, percent((place + 0.5) * width)
        box = {"x": percent((place + 0.12) * width), "width": percent(0.76 * width)}
        if size:
            drawn.append(element("rect", **box, y=top, height=height, class_=f"part {kind}"))
            drawn.append(element("text", str(size), x=middle, y=top - 6, class_="note", text_anchor="middle"))
        if place % every == 0:
            is_last = place == len(months) - 1 > 0
            at = {"x": "100%", "text_anchor": "end"} if is_last else {"x": percent(place * width)}
            drawn.append(element("text", f"{month:%Y-%m}", **at, y=20 + COLUMN_HEIGHT + 18, class_="label"))
    drawn.append(
        element("line", x1="0", x2="100%", y1=20.5 + COLUMN_HEIGHT, y2=20.5 + COLUMN_HEIGHT, class_="axis"),
    )
    description = "; ".join(f"{month:%Y-%m}: {size}" for month, _, size in months if size)
    return Chart(title, _svg(id, title, description, COLUMN_HEIGHT + 44, drawn), tuple(legend))


def spans(id: str, title: str, rows: Sequence[Span], today: datetime.date, legend: Sequence[tuple[str, str]]) -> Chart:
    """Spans on a time line, with a line at today. Each kind of span has its own end mark."""
    first = min((min(row.start, row.end) for row in rows), default=today)
    last = max((*(row.end for row in rows), today), default=today)
    length = max((last - first).days, 1)

    def at(day: datetime.date) -> float:
        return (day - first).days / length

    # The marks keep clear of both edges.
    def x(day: datetime.date) -> str:
        return percent(0.01 + 0.98 * at(day))

    height = 34 + len(rows) * ROW_HEIGHT
    anchor = "start" if at(today) < 0.2 else "end" if at(today) > 0.8 else "middle"
    drawn = [
        element("text", f"today, {today}", x=x(today), y=13, class_="note", text_anchor=anchor),
        element("line", x1=x(today), x2=x(today), y1=20, y2=height, class_="today"),
    ]
    for place, row in enumerate(rows):
        top = 26 + place * ROW_HEIGHT
        line = top + 28
        drawn.append(element("text", row.label, x="0", y=top + 15, class_="label"))
        drawn.append(element("text", row.note, x="100%", y=top + 15, class_="note", text_anchor="end"))
        drawn.append(element("line", x1=x(row.start), x2=x(row.end), y1=line, y2=line, class_=f"span {row.kind}"))
        drawn.append(element("circle", cx=x(row.end), cy=line, r=5, class_=f"end {row.kind}"))
    return Chart(title, _svg(id, title, _described(rows), height, drawn), tuple(legend))


def months(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """The first day of each month from that of `first` to that of `last`."""
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [datetime.date(number // 12, number % 12 + 1, 1) for number in numbers]


def _described(rows: Sequence[Bar] | Sequence[Span]) -> str:
    return "; ".join(f"{row.label}: {row.note}" for row in rows)


def _svg(id: str, title: str, description: str, height: int, drawn: Sequence[Markup]) -> Markup:
    return element(
        "svg",
        element("title", title, id=f"{id}-title"),
        element("desc", description, id=f"{id}-description"),
        *drawn,
        role="img",
        width="100%",
        height=height,
        aria_labelledby=f"{id}-title {id}-description",
    )
