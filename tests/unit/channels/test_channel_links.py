"""Links to channels become what the effective status of the channel allows."""

from __future__ import annotations

import datetime
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from factories import channel
from markdown.serializers import to_html_string

from handrail.channels.channel_links import resolve
from handrail.channels.status import effective_status

TODAY = datetime.date(2026, 11, 24)
PAPERS = [
    {"source": "The manual", "kind": "first_party", "seen_on": "2026-10"},
    {"source": "A paper", "kind": "press", "seen_on": "2026"},
]


def rendered(content: str, **changes: Any) -> str:
    """What becomes of the content of a paragraph."""
    paragraph = fromstring(f"<p>{content}</p>")
    status = effective_status(channel(**changes), TODAY)
    resolve(paragraph, {"website": status}, lambda status: f"{status.place}, {status.channel.checked_on} <sic>")
    return to_html_string(paragraph).removeprefix("<p>").removesuffix("</p>")


def test_a_verified_channel_is_a_link_that_takes_no_referrer_and_shows_its_host() -> None:
    assert rendered('see <a href="channel:website">the <em>site</em></a>!') == (
        'see <span data-until="2027-05-23"><a href="https://www.lamp.example/a?b=1&amp;c=2"'
        ' referrerpolicy="no-referrer" rel="noopener noreferrer">'
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


@pytest.mark.parametrize("scheme", ["channel:", "CHANNEL:"])
def test_the_scheme_never_stays_in_the_page(scheme: str) -> None:
    link = f'<a class="button" href="{scheme}website" title="now">x</a>'
    assert 'href="https://www.lamp.example/' in rendered(link)
    assert scheme not in rendered(link)
    assert rendered(link, status="impostor") == "x"
    assert rendered(f'<a href="{scheme}nobody">x</a>') == "x"


def test_plain_words_keep_what_they_hold_and_what_is_around_them() -> None:
    text = 'see <b>1</b> or <a href="channel:website">the <em>real</em> site</a>, <i>2</i> now'
    assert rendered(text, status="not_used") == "see <b>1</b> or the <em>real</em> site, <i>2</i> now"


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
