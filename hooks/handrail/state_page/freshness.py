"""Freshness: when articles and channels were last reviewed, and when the next review is due."""

from __future__ import annotations

import datetime
from collections import Counter

from handrail.report.state import Review, State
from handrail.state_page.chart import Bar, Chart, Span, bars, columns, months, spans
from handrail.state_page.html import count
from handrail.state_page.section import Pair, Section
from handrail.state_page.table import Cell, Column, Row, Table, table

MAX_SPANS = 12
"""Spans on the time line, those that are due next."""
MAX_MONTHS = 24
"""Columns by month; what is due later counts for the last one."""
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
        pairs.append(Pair(_status(state), _channels(state)))
    tone = "bad" if any(overdue.values()) else "near" if near else "good"
    return Section("freshness", "Freshness", lead, tone, pairs)


def tone(review: Review, day: datetime.date) -> str:
    return "bad" if review.is_overdue(day) else "near" if review.is_near(day) else "good"


def _months(state: State) -> Chart:
    """How many reviews are due in each month. Everything overdue counts for the first column, this month."""
    months_ahead = months(state.day, max((review.due_on for review in state.reviews), default=state.day))[:MAX_MONTHS]
    counts: Counter[tuple[datetime.date, str]] = Counter()
    for review in state.reviews:
        month = min(max(review.due_on.replace(day=1), months_ahead[0]), months_ahead[-1])
        counts[month, tone(review, state.day)] += 1
    # A column has one class, the most urgent of its month.
    shown = [
        (month, kind, sum(counts[month, tone] for tone in ("bad", "near", "good")))
        for month in months_ahead
        for kind in [next((tone for tone in ("bad", "near") if counts[month, tone]), "good")]
    ]
    return columns("due-chart", "Reviews by the month they fall due", shown, LEGEND)


def _line(state: State) -> Chart:
    """What is due next, on a time line. Reviews with the same dates share a span."""
    groups: dict[tuple[datetime.date, datetime.date, str], list[Review]] = {}
    for review in state.reviews:
        groups.setdefault((review.due_on, review.done_on, review.kind), []).append(review)
    rows = [
        Span(_named([review.id for review in group], kind), done, due, tone(group[0], state.day), f"due {due}")
        for (due, done, kind), group in sorted(groups.items())[:MAX_SPANS]
    ]
    return spans("next-chart", "Due next", rows, state.day, LEGEND)


def _named(ids: list[str], kind: str) -> str:
    """The id, or how many there are, as a phone has no room for several."""
    return count(len(set(ids)), kind) if len(set(ids)) > 1 else ids[0]


def _table(state: State) -> Table:
    columns = [
        *(Column("Article or channel", is_code=True), Column("Kind"), Column("Language")),
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
        for review in sorted(state.reviews, key=lambda review: (review.due_on, review.kind, review.id, review.language))
    ]
    return table("due-table", "All reviews, the most urgent first", columns, rows, sorted_by=4)


def _status(state: State) -> Chart:
    counts = Counter(channel.shown for channel in state.channels)
    rows = [
        Bar(status.replace("_", " "), ((STATUS.get(status, "fair"), counts[status]),), count(counts[status], "channel"))
        for status in sorted(counts, key=lambda status: list(STATUS).index(status) if status in STATUS else len(STATUS))
    ]
    return bars("status-chart", "Channels by the status that readers see", rows)


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
