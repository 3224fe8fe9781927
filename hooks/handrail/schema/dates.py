"""Days and how far apart they are, as a calendar counts: six months after 31 August is 28 February."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from dateutil.relativedelta import relativedelta

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


def today(environ: Mapping[str, str]) -> datetime.date:
    """The day of this build in UTC."""
    return now(environ).date()


def now(environ: Mapping[str, str]) -> datetime.datetime:
    """The moment of this build; that of SOURCE_DATE_EPOCH where it is set, so that a build can be repeated."""
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch else datetime.datetime.now(datetime.UTC)
