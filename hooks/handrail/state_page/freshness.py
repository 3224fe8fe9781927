"""Freshness: when articles and channels were last looked at, and when that must happen again."""

from __future__ import annotations

import datetime
from collections import Counter

from handrail.report.state import Review, State
from handrail.state_page.chart import Bar, Chart, Span, bars, columns, months, spans
from handrail.state_page.html import count
from handrail.state_page.section import Pair, Section
from handrail.state_page.table import Cell, Column, Row, Table, table

NEXT = 12
"""What is due next stands on the time line."""
AHEAD = 24
"""Months that the columns reach at most; what is due later stands in the last one."""
LEGEND = (("bad", "overdue"), ("near", "due within 30 days"), ("good", "due later"))
STATUS = {"verified": "good", "documented": "fair", "unconfirmed": "near", "not_used": "missing", "impostor": "bad"}


def section(state: State) -> Section:
    overdue = {
        kind: sum(review.is_overdue(state.day) for review in state.dated(kind)) for kind in ("article", "channel")
    }
    near = sum(review.is_near(state.day) for review in state.reviews)
    if any(overdue.values()):
        late = f"Overdue: {count(overdue['article'], 'page')} and {count(overdue['channel'], 'channel')}"
    else:
        late = "Nothing is overdue"
    soon = f"{near:,} more fall" if near > 1 else "one more falls" if near else "nothing more falls"
    lead = f"{late}; {soon} due within 30 days."
    pairs = [Pair(_months(state), _table(state)), Pair(_line(state), None)]
    if state.channels:
        pairs.append(Pair(_standing(state), _channels(state)))
    tone = "bad" if any(overdue.values()) else "near" if near else "good"
    return Section("freshness", "Freshness", lead, tone, pairs)


def tone(review: Review, day: datetime.date) -> str:
    return "bad" if review.is_overdue(day) else "near" if review.is_near(day) else "good"


def _months(state: State) -> Chart:
    """How many fall due in each month. All that is overdue stands in the first column, this month's or before."""
    months_ahead = months(state.day, max((review.due_on for review in state.reviews), default=state.day))[:AHEAD]
    counts: Counter[tuple[datetime.date, str]] = Counter()
    for review in state.reviews:
        month = min(max(review.due_on.replace(day=1), months_ahead[0]), months_ahead[-1])
        counts[month, tone(review, state.day)] += 1
    # A month holds one class: the most urgent of it.
    shown = [
        (month, kind, sum(counts[month, each] for each in ("bad", "near", "good")))
        for month in months_ahead
        for kind in [next((each for each in ("bad", "near") if counts[month, each]), "good")]
    ]
    says = "; ".join(f"{month:%Y-%m}: {size}" for month, _, size in shown if size)
    return columns("due-chart", "Reviews by the month they fall due", says, shown, LEGEND)


def _line(state: State) -> Chart:
    """What is due next, on a time line. What was looked at on one day and is due on another shares a span."""
    groups: dict[tuple[datetime.date, datetime.date, str], list[Review]] = {}
    for review in state.reviews:
        groups.setdefault((review.due_on, review.done_on, review.kind), []).append(review)
    rows = [
        Span(_named([review.id for review in group], kind), done, due, tone(group[0], state.day), f"due {due}")
        for (due, done, kind), group in sorted(groups.items())[:NEXT]
    ]
    says = "; ".join(f"{row.label}: {row.note}" for row in rows)
    return spans("next-chart", "Due next", says, rows, state.day, LEGEND)


def _named(ids: list[str], kind: str) -> str:
    """The id, or how many there are: a telephone has no room for several."""
    several = len(set(ids)) > 1
    return count(len(set(ids)), kind) if several else ids[0]


def _table(state: State) -> Table:
    columns = [
        *(Column("What", is_code=True), Column("Kind"), Column("Language")),
        *(Column("Reviewed", is_day=True), Column("Due", is_day=True), Column("Days left", is_number=True)),
    ]
    rows: list[Row] = [
        [
            review.id,
            review.kind,
            review.language or "all",
            str(review.done_on),
            str(review.due_on),
            Cell(
                f"{(review.due_on - state.day).days:,}", (review.due_on - state.day).days, tone=tone(review, state.day)
            ),
        ]
        for review in sorted(state.reviews, key=lambda each: (each.due_on, each.kind, each.id, each.language))
    ]
    return table("due-table", "Every review, the most urgent first", columns, rows, sorted_by=4)


def _standing(state: State) -> Chart:
    counts = Counter(channel.shown for channel in state.channels)
    rows = [
        Bar(status.replace("_", " "), ((STATUS.get(status, "fair"), counts[status]),), count(counts[status], "channel"))
        for status in sorted(counts, key=lambda status: list(STATUS).index(status) if status in STATUS else len(STATUS))
    ]
    says = "; ".join(f"{row.label}: {row.note}" for row in rows)
    return bars("standing-chart", "Channels by what readers are shown", says, rows)


def _channels(state: State) -> Table:
    columns = [Column("Channel", is_code=True), Column("Kind"), Column("Written"), Column("Shown")]
    rows: list[Row] = [
        [
            channel.id,
            channel.kind.replace("_", " "),
            channel.written.replace("_", " "),
            Cell(channel.shown.replace("_", " "), tone="bad" if channel.shown != channel.written else ""),
        ]
        for channel in state.channels
    ]
    return table("channels-table", "Channels", columns, rows)
