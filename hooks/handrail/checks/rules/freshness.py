"""Freshness: what was true once is looked at again. Old is a warning, and an error where a day is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.channels.status import standing
from handrail.checks.context import Subject
from handrail.checks.rule import Rule
from handrail.content.article import FrontMatter
from handrail.schema.dates import after
from handrail.schema.problem import Problem


def _reviews(subject: Subject) -> Iterator[Problem]:
    for document in subject.reading.documents.values():
        head = document.head
        if isinstance(head, FrontMatter) and after(head.reviewed_on, head.review_every) <= subject.today:
            due = after(head.reviewed_on, head.review_every)
            message = f"the article was to be reviewed by {due}"
            cure = f"Read it through against its sources, then write 'reviewed_on: {subject.today}'."
            yield document.head_source.problem(("reviewed_on",), message, cure)


def _channels(subject: Subject) -> Iterator[Problem]:
    for id, channel in (subject.reading.channels or {}).items():
        due = after(channel.checked_on, channel.check_every)
        if due <= subject.today:
            cure = f"Look at its sources again, then write 'checked_on: {subject.today}'."
            yield subject.channel_problem(id, "checked_on", f"'{id}' was to be checked by {due}", cure)


def _papers(subject: Subject) -> Iterator[Problem]:
    """A status that held on the day it was checked, and that its sources are too old for by now."""
    for id, channel in (subject.reading.channels or {}).items():
        before, now = standing(channel, channel.checked_on), standing(channel, subject.today)
        is_due = after(channel.checked_on, channel.check_every) <= subject.today
        if now.status != before.status and not is_due:
            cure = f"Add newer evidence, or write 'status: {now.status}'."
            message = f"'{id}' is shown as {now.status}, not {channel.status}: {now.reason}"
            yield subject.channel_problem(id, "status", message, cure)


def _is_strict(subject: Subject) -> bool:
    return subject.strict_dates


RULES = (
    Rule(
        "freshness/review",
        "warning",
        "Every article was reviewed within its `review_every`; an error with --today.",
        _reviews,
        strict=_is_strict,
    ),
    Rule(
        "freshness/channel",
        "warning",
        "Every channel was checked within its `check_every`; an error with --today.",
        _channels,
        strict=_is_strict,
    ),
    Rule(
        "freshness/evidence",
        "warning",
        "No channel's evidence has grown too old for its status; an error with --today.",
        _papers,
        strict=_is_strict,
    ),
)
