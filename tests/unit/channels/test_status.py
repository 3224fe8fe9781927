"""A status is never better than its evidence, whatever the author wrote, and never better than it was on the day."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from factories import channel

from handrail.channels.status import EffectiveStatus, defanged, effective_status

TODAY = datetime.date(2026, 11, 24)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def seen(kind: str, on: datetime.date | str, source: str = "") -> dict[str, Any]:
    return {"source": source or f"A source, {kind}", "kind": kind, "seen_on": on}


def held(today: datetime.date = TODAY, **changes: Any) -> EffectiveStatus:
    return effective_status(channel(**changes), today)


PAPERS = [seen("first_party", day("2026-10-01")), seen("press", "2025")]


def test_what_somebody_opened_lately_is_verified_until_it_must_be_checked_again() -> None:
    one = held(evidence=[seen("operator", day("2026-06-01")), seen("operator", day("2026-11-20"))])
    assert (one.status, one.until, one.reason) == ("verified", day("2027-05-20"), "")


def test_it_is_verified_on_the_last_day_and_not_on_the_next() -> None:
    assert held(day("2027-05-22")).status == "verified"
    one = held(day("2027-05-23"))
    assert one.status == "unconfirmed"
    assert one.reason.startswith("last opened on 2026-11-23, to be checked every 6 months: expired on 2027-05-23")


def test_a_check_that_is_older_than_the_evidence_ends_sooner() -> None:
    assert held(checked_on=day("2026-09-01")).until == day("2027-03-01")


@pytest.mark.parametrize(
    "evidence",
    [
        [seen("first_party", day("2026-11-23"))],
        [seen("registry", day("2026-11-23"))],
        [seen("operator", "2026-11")],
        [seen("operator", day("2026-11-26"))],
    ],
    ids=["read by the vendor", "on a list", "opened in some month", "opened in the future"],
)
def test_what_nobody_is_known_to_have_opened_is_not_verified(evidence: list[dict[str, Any]]) -> None:
    one = held(evidence=evidence)
    assert one.status == "unconfirmed"
    assert "nobody is known to have opened it" in one.reason


def test_the_day_may_have_begun_elsewhere() -> None:
    assert held(evidence=[seen("operator", day("2026-11-25"))]).status == "verified"


def test_what_expires_is_documented_where_the_papers_are_enough() -> None:
    one = held(evidence=[*PAPERS, seen("operator", day("2026-01-01"))])
    assert (one.status, one.until) == ("documented", day("2027-05-23"))
    assert "expired on 2026-07-01" in one.reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"evidence": PAPERS[:1]}, "one source is not enough"),
        ({"evidence": [*PAPERS[:1], *PAPERS[:1]]}, "one source is not enough"),
        ({"evidence": [PAPERS[1], seen("registry", "2026")]}, "no source is first-party"),
        ({"evidence": [PAPERS[0], seen("press", "2027")]}, "one source is not enough"),
        ({"evidence": [seen("first_party", "2019"), seen("press", "2020-05")]}, "its newest source is of 2020-05-01"),
        ({"evidence": PAPERS, "checked_on": day("2026-05-24")}, "expired on 2026-11-24"),
        ({"evidence": PAPERS, "checked_on": day("2027-01-01")}, "which is still to come"),
    ],
)
def test_a_documented_channel_needs_two_sources_that_are_not_old(changes: dict[str, Any], reason: str) -> None:
    one = held(status="documented", **changes)
    assert one.status == "unconfirmed"
    assert reason in one.reason


def test_a_documented_channel_lasts_as_long_as_its_papers_and_its_check() -> None:
    papers = [seen("first_party", day("2024-01-10")), seen("press", "2023")]
    assert held(status="documented", evidence=PAPERS).until == day("2027-05-23")
    assert held(status="documented", evidence=papers).until == day("2027-01-10")


def test_inside_the_app_one_source_is_enough() -> None:
    inside = {"status": "documented", "url": None, "how_to_find": {"en": "Open the app."}, "evidence": PAPERS[:1]}
    assert held(kind="in_app", **inside).status == "documented"
    assert held(kind="ticket", **inside).status == "documented"
    assert held(kind="email", **inside).status == "unconfirmed"


@pytest.mark.parametrize("status", ["unconfirmed", "not_used", "impostor"])
def test_no_day_makes_these_better_or_worse(status: str) -> None:
    for today in (day("1970-01-01"), TODAY, day("2100-01-01")):
        one = held(today, status=status, evidence=[])
        assert (one.status, one.until, one.reason) == (status, None, "")


@pytest.mark.parametrize("today", ["1970-01-01", "2026-11-21", "2026-11-24", "2027-05-23", "2100-01-01"])
def test_no_status_ever_gets_better(today: str) -> None:
    order = ["verified", "documented", "unconfirmed"]
    for status in order:
        assert order.index(held(day(today), status=status).status) >= order.index(status)


EMAIL = {"kind": "email", "url": None, "address": "help@lamp.example"}
PHONE = {"kind": "phone", "url": None, "address": "+44 (20) 7946-0000"}
WECHAT = {"kind": "messenger", "url": None, "handle": "lamp_works"}


@pytest.mark.parametrize(
    ("changes", "href", "place"),
    [
        ({}, "https://www.lamp.example/a?b=1&c=2", "www.lamp.example"),
        (EMAIL, "mailto:help@lamp.example", "help@lamp.example"),
        (PHONE, "tel:+442079460000", "+44 (20) 7946-0000"),
        (WECHAT, None, ""),
    ],
)
def test_a_verified_channel_shows_where_its_link_leads(changes: dict[str, Any], href: str | None, place: str) -> None:
    one = held(**changes)
    assert (one.href, one.place) == (href, place)
    assert one.handle == changes.get("handle")


def test_an_address_is_spelled_as_one_compares_it() -> None:
    assert held().spelled == "www.lamp.example/a"
    assert held(url="https://www.lamp.example/").spelled == "www.lamp.example"
    assert held(**EMAIL).spelled == "help@lamp.example"
    assert held(status="unconfirmed").spelled == held(**WECHAT).spelled == ""


@pytest.mark.parametrize("changes", [{"kind": "chat"}, EMAIL, PHONE, WECHAT])
@pytest.mark.parametrize("status", ["documented", "unconfirmed", "impostor"])
def test_no_other_channel_shows_any_address(changes: dict[str, Any], status: str) -> None:
    one = held(status=status, **{"evidence": PAPERS} | changes)
    assert one.status == status
    assert (one.href, one.place, one.url, one.address, one.handle) == (None, "", None, None, None)


def test_of_papers_only_a_website_is_linked() -> None:
    assert held(status="documented", evidence=PAPERS).href == "https://www.lamp.example/a?b=1&c=2"


def test_of_an_impostor_the_address_is_shown_so_that_nothing_makes_a_link_of_it() -> None:
    assert held(status="impostor", url="https://lamp-help.example/x/").fakes == ("lamp-help[.]example/x",)
    assert held(status="impostor", **EMAIL).fakes == ("help[@]lamp[.]example",)
    assert held(status="impostor", **PHONE).fakes == ("+44[-]20[-]7946[-]0000",)
    assert held(status="unconfirmed").fakes == ()
    assert defanged("5550100") == "555[-]010[-]0"
    assert defanged("http://a.b.example") == "a[.]b[.]example"
