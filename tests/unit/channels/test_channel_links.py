"""Links to channels become what the standing of the channel allows."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from factories import channel

from handrail.channels.channel_links import render_links
from handrail.channels.status import effective_status

TODAY = datetime.date(2026, 11, 24)
PAPERS = [
    {"source": "The manual", "kind": "first_party", "seen_on": "2026-10"},
    {"source": "A paper", "kind": "press", "seen_on": "2026"},
]


def rendered(page: str, **changes: Any) -> str:
    held = effective_status(channel(**changes), TODAY)
    return render_links(page, {"website": held}, lambda one: f"{one.place}, {one.channel.checked_on} <sic>")


def test_a_verified_channel_is_a_link_that_takes_no_referrer_and_shows_its_host() -> None:
    assert rendered('see <a href="channel:website">the <em>site</em></a>!') == (
        'see <span data-until="2027-05-23"><a href="https://www.lamp.example/a?b=1&amp;c=2"'
        ' rel="noopener noreferrer" referrerpolicy="no-referrer">'
        'the <em>site</em></a> <small class="host">(www.lamp.example)</small></span>!'
    )


def test_a_documented_website_is_a_link_with_a_caveat() -> None:
    assert "<small" in rendered('<a href="channel:website">x</a>', status="documented", evidence=PAPERS)
    assert "(www.lamp.example, 2026-11-23 &lt;sic&gt;)" in rendered(
        '<a href="channel:website">x</a>', status="documented", evidence=PAPERS
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "documented", "kind": "chat", "evidence": PAPERS},
        {"status": "unconfirmed"},
        {"status": "not_used"},
        {"status": "impostor"},
        {"evidence": PAPERS, "kind": "chat"},
        {"evidence": PAPERS[1:]},
        {"url": None, "kind": "in_app", "how_to_find": {"en": "Open the app."}},
        {"status": "impostor", "kind": "messenger"},
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


def test_an_address_is_a_link_to_a_draft() -> None:
    page = rendered('<a href="channel:website">write</a>', kind="email", url=None, address="help@lamp.example")
    assert 'href="mailto:help@lamp.example"' in page
    assert page.endswith('<small class="host">(help@lamp.example)</small></span>')
