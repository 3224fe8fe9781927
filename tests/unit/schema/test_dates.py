"""Days are counted as a calendar counts them."""

from __future__ import annotations

import datetime

import pytest

from handrail.schema.dates import after, first_day, today
from handrail.schema.problem import ContentError


@pytest.mark.parametrize(
    ("day", "interval", "then"),
    [
        ("2026-11-24", "1 day", "2026-11-25"),
        ("2026-11-24", "10 days", "2026-12-04"),
        ("2026-11-24", "2 weeks", "2026-12-08"),
        ("2026-11-24", "6 months", "2027-05-24"),
        ("2026-08-31", "6 months", "2027-02-28"),
        ("2027-08-31", "6 months", "2028-02-29"),
        ("2028-02-29", "1 year", "2029-02-28"),
        ("2026-01-31", "13 months", "2027-02-28"),
        ("2026-12-31", "1 month", "2027-01-31"),
        ("2026-11-24", "99999 years", "9999-12-31"),
        ("2026-11-24", "9999999999999999999999 days", "9999-12-31"),
    ],
)
def test_after(day: str, interval: str, then: str) -> None:
    assert after(datetime.date.fromisoformat(day), interval).isoformat() == then


def test_a_month_and_a_year_begin_on_their_first_day() -> None:
    day = datetime.date(2024, 3, 17)
    seen = (day, "2024-03", "2024")
    assert list(map(first_day, seen)) == [day, datetime.date(2024, 3, 1), datetime.date(2024, 1, 1)]


@pytest.mark.parametrize("epoch", ["", "yesterday", "-1", "1e9", str(2**32), "9" * 5000])
def test_a_moment_that_no_build_can_have_is_refused(epoch: str) -> None:
    with pytest.raises(ContentError, match=r"SOURCE_DATE_EPOCH: '.*' is not a number of seconds since 1970"):
        today({"SOURCE_DATE_EPOCH": epoch})


def test_the_day_of_a_build_can_be_set() -> None:
    assert today({"SOURCE_DATE_EPOCH": "0"}) == datetime.date(1970, 1, 1)
    assert today({"SOURCE_DATE_EPOCH": "1795521600"}) == datetime.date(2026, 11, 24)
    now = datetime.datetime.now(datetime.UTC).date()
    assert today({}) - now in (datetime.timedelta(0), datetime.timedelta(1))
