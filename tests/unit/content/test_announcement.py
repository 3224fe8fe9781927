"""Announcements hold for a while, on the pages they are for."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from pydantic import ValidationError

from handrail.content.announcement import Announcement, shown

SAID: dict[str, Any] = {
    "id": "closed",
    "level": "info",
    "from": "2026-11-23T08:00+08:00",
    "until": "2026-11-24T08:00+08:00",
    "text": {"en": "Closed.", "fr": "Fermé."},
}


def made(**changes: Any) -> Announcement:
    return Announcement.model_validate(SAID | changes)


def at(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("2026-11-22T23:59:59Z", [False]),
        ("2026-11-23T00:00:00Z", [True]),
        ("2026-11-23T23:59:59Z", [True]),
        ("2026-11-24T00:00:00Z", []),
    ],
)
def test_it_shows_from_one_moment_to_another_wherever_a_clock_stands(moment: str, state: list[bool]) -> None:
    assert [each.begun for each in shown([made()], "en/", (), at(moment))] == state


@pytest.mark.parametrize(
    ("pages", "url", "ids", "shows"),
    [
        ([], "en/", [], True),
        (["lost-lamp"], "en/start/lost-lamp/", ["lost-lamp", "start"], True),
        (["start"], "en/start/lost-lamp/", ["lost-lamp", "start"], True),
        (["lost"], "en/start/lost-lamp/", ["lost-lamp", "start"], False),
        (["en/*"], "en/start/", [], True),
        (["en/*"], "fr/start/", [], False),
        (["*/support/"], "fr/support/", [], True),
        (["EN/*"], "en/", [], False),
    ],
)
def test_it_shows_on_the_pages_it_is_for(pages: list[str], url: str, ids: list[str], shows: bool) -> None:
    assert made(pages=pages).is_for(url, ids) is shows


def test_the_most_urgent_comes_first() -> None:
    all = [made(id=level, level=level) for level in ("info", "critical", "warning")]
    found = shown(all, "en/", (), at("2026-11-23T12:00Z"))
    assert [each.announcement.id for each in found] == ["critical", "warning", "info"]


def test_another_text_in_any_language_has_another_hash() -> None:
    hashes = {
        made().hash,
        made(text={"en": "Open.", "fr": "Fermé."}).hash,
        made(text={"en": "Closed.", "fr": "Ouvert."}).hash,
        made(level="warning").hash,
    }
    assert len(hashes) == 4
    assert made(until="2027-01-01T00:00Z", pages=["start"]).hash == made().hash


@pytest.mark.parametrize(
    "moment",
    ["2026-11-23", "2026-11-23T08:00", "soon", 7, None, [], datetime.date(2026, 1, 1), datetime.datetime(2026, 1, 1)],
)
def test_a_time_without_a_zone_is_none(moment: object) -> None:
    with pytest.raises(ValidationError, match="time with its time zone"):
        made(until=moment)
