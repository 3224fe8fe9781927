"""Freshness: content is reviewed in time. Overdue is a warning, and an error where a day is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handrail.channels.status import effective_status
from handrail.checks.context import Context
from handrail.checks.rule import Rule
from handrail.content.article import FrontMatter
from handrail.schema.dates import after
from handrail.schema.problem import Problem


def _reviews(context: Context) -> Iterator[Problem]:
    for page in context.loaded.content_pages.values():
        article = page.front_matter
        if isinstance(article, FrontMatter) and after(article.reviewed_on, article.review_every) <= context.today:
            due = after(article.reviewed_on, article.review_every)
            message = f"review overdue since {due}"
            fix = f"Review the article against its sources, then write 'reviewed_on: {context.today}'."
            yield page.front_matter_source.problem(("reviewed_on",), message, fix)


def _channels(context: Context) -> Iterator[Problem]:
    for id, channel in (context.loaded.channels or {}).items():
        due = after(channel.checked_on, channel.check_every)
        if due <= context.today:
            fix = f"Check its sources again, then write 'checked_on: {context.today}'."
            yield context.channel_problem(id, "checked_on", f"check of '{id}' overdue since {due}", fix)


def _evidence(context: Context) -> Iterator[Problem]:
    """A status that was right when it was checked, and that its sources have become too old for."""
    for id, channel in (context.loaded.channels or {}).items():
        before, now = effective_status(channel, channel.checked_on), effective_status(channel, context.today)
        is_due = after(channel.checked_on, channel.check_every) <= context.today
        if now.status != before.status and not is_due:
            fix = f"Add newer evidence, or write 'status: {now.status}'."
            message = f"'{id}' is shown as {now.status}, not {channel.status}: {now.reason}"
            yield context.channel_problem(id, "status", message, fix)


def _rule(name: str, about: str, find: Callable[[Context], Iterator[Problem]]) -> Rule:
    about = f"{about}; an error with --today."
    return Rule(f"freshness/{name}", "warning", about, find, strict=lambda context: context.strict_dates)


RULES = (
    _rule("review", "Every article was reviewed within its `review_every`", _reviews),
    _rule("channel", "Every channel was checked within its `check_every`", _channels),
    _rule("evidence", "No channel's evidence is too old for its status", _evidence),
)
