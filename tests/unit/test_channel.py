"""Links to channels become what the status of the channel allows."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from pydantic import ValidationError

from helpcenter.channel import Channel, render_links


def channel(**changes: Any) -> Channel:
    right = {
        "id": "website",
        "kind": "website",
        "status": "verified",
        "url": "https://www.lamp.example/a?b=1&c=2",
        "name": {"en": "Website"},
        "purpose": {"en": "Ask."},
        "public": False,
        "checked_on": datetime.date(2026, 11, 23),
        "check_every": "6 months",
    }
    return Channel(**(right | changes))


def rendered(page: str, **changes: Any) -> str:
    return render_links(page, {"website": channel(**changes)}, lambda host, date: f"{host}, {date} <sic>")


def test_a_verified_channel_is_a_link_that_takes_no_referrer_and_shows_its_host() -> None:
    assert rendered('see <a href="channel:website">the <em>site</em></a>!') == (
        'see <a href="https://www.lamp.example/a?b=1&amp;c=2" rel="noopener noreferrer" referrerpolicy="no-referrer">'
        'the <em>site</em></a> <small class="host">(www.lamp.example)</small>!'
    )


def test_a_documented_website_is_a_link_with_a_caveat() -> None:
    assert "<small" in rendered('<a href="channel:website">x</a>', status="documented")
    assert "(www.lamp.example, 2026-11-23 &lt;sic&gt;)" in rendered(
        '<a href="channel:website">x</a>', status="documented"
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "documented", "kind": "chat"},
        {"status": "unconfirmed"},
        {"status": "not_used"},
        {"status": "impostor"},
        {"url": None},
        {"id": "website", "status": "impostor", "kind": "messenger"},
    ],
)
def test_any_other_channel_is_plain_words(changes: dict[str, Any]) -> None:
    assert rendered('<a class="x" href="channel:website">the site</a>', **changes) == "the site"


@pytest.mark.parametrize(
    "anchor",
    [
        '<a class="button" href="channel:website" title="now">x</a>',
        "<a href='channel:website'>x</a>",
        "<a href=channel:website>x</a>",
        '<A HREF="channel:website">x</A>',
        '<a\nhref="channel:website">x\ny</a>',
    ],
)
def test_no_way_of_writing_the_link_leaves_the_scheme_in_the_page(anchor: str) -> None:
    assert 'href="https://www.lamp.example/' in rendered(anchor)
    assert "channel:" not in rendered(anchor)
    assert "channel:" not in rendered(anchor, status="impostor")


def test_two_links_on_a_line_are_two_links() -> None:
    two = '<a href="channel:website">x</a> or <a href="channel:website">y</a>'
    assert rendered(two, status="not_used") == "x or y"
    assert rendered(two).count("<small") == 2


def test_other_links_and_words_about_channels_stay_as_they_are() -> None:
    page = '<a href="../channel/">x</a> channel:website <code>channel:website</code>'
    assert rendered(page) == page


@pytest.mark.parametrize("seen", [datetime.date(2026, 11, 23), "2026-11", "2026"])
def test_evidence_was_seen_on_a_day_or_in_a_month_or_a_year(seen: object) -> None:
    evidence = {"source": "A manual", "kind": "press", "seen_on": seen}
    assert channel(evidence=[evidence]).evidence[0].seen_on == seen


@pytest.mark.parametrize("seen", [2026, "lately", "2026-11-23", datetime.datetime(2026, 11, 23, 8), None])
def test_evidence_seen_at_no_such_time_is_refused(seen: object) -> None:
    """A day in quotes too: it would not be checked to be in the calendar."""
    with pytest.raises(ValidationError, match="is not a date"):
        channel(evidence=[{"source": "A manual", "kind": "press", "seen_on": seen}])
