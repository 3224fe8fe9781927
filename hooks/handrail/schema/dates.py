"""Days and how far apart they are, as a calendar counts: six months after 31 August is 28 February.

The one place that reads the clock, always in UTC: builds and checks agree on the day, wherever they run.
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Mapping

from dateutil.relativedelta import relativedelta

from handrail.schema.problem import ContentError, Problem

EPOCH = "SOURCE_DATE_EPOCH"
"""The variable that says when a build is, in seconds since 1970 (reproducible-builds.org)."""
LAST = 2**32 - 1
"""In 2106: the compressed files of a site have no room for a later time."""

_UNITS = {
    "day": relativedelta(days=1),
    "week": relativedelta(weeks=1),
    "month": relativedelta(months=1),
    "year": relativedelta(years=1),
}


def after(day: datetime.date, interval: str) -> datetime.date:
    """The day an interval, such as '6 months', after `day`. A month that is too short ends it; so does the calendar."""
    number, unit = interval.split()
    try:
        return day + int(number) * _UNITS[unit.removesuffix("s")]
    except (OverflowError, ValueError):
        return datetime.date.max


def first_day(seen: datetime.date | str) -> datetime.date:
    """The first day of a day, of a month such as '2024-03', or of a year such as '2019'."""
    if isinstance(seen, datetime.date):
        return seen
    year, _, month = seen.partition("-")
    return datetime.date(int(year), int(month or 1), 1)


def today(environ: Mapping[str, str] = os.environ) -> datetime.date:
    """The day of this build in UTC. Raises ContentError as `now` does."""
    return now(environ).date()


def now(environ: Mapping[str, str] = os.environ) -> datetime.datetime:
    """The moment of this build; that of SOURCE_DATE_EPOCH where it is set, so that a build can be repeated.

    Raises ContentError where that is no moment from 1970 to 2106.
    """
    epoch = environ.get(EPOCH)
    if epoch is None:
        return datetime.datetime.now(datetime.UTC)
    if not re.fullmatch("[0-9]{1,10}", epoch) or int(epoch) > LAST:
        message = f"'{epoch}' is not a number of seconds since 1970"
        raise ContentError([Problem(EPOCH, 0, message, "Unset it, or write what `date +%s` prints.")])
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
