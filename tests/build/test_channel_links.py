"""The status of a channel decides what a reader gets of a link to it."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from built_site import Page, Site, attributes

from handrail.channels.channel import Kind, Status
from handrail.channels.prefill import KINDS

LINKED = {"website", "chat", "ticket", "email", "forum"}
"""The channels that the article on reaching the made-up lamp names, verified, with something to link to."""
PLAIN = {"app-help", "social", "messenger", "phone"}


@pytest.fixture(params=["en", "zh-Hant"])
def contact(request: pytest.FixtureRequest, lamplight: Site) -> Page:
    """The article that links to a channel of every kind."""
    return lamplight.pages[f"{request.param}/reach/reach-lamplight/"]


def test_the_made_up_site_has_a_channel_of_every_kind_and_every_status(lamplight: Site) -> None:
    channels = lamplight.written.data("channels")
    assert {channel["kind"] for channel in channels} == set(get_args(Kind))
    assert {channel["status"] for channel in channels} == set(get_args(Status))
    ways = {channel["prefill"]["method"] for channel in channels if "prefill" in channel}
    assert ways == set(KINDS)


def test_a_verified_channel_is_a_link_that_shows_its_host(lamplight: Site, contact: Page) -> None:
    channels = [channel for channel in lamplight.written.data("channels") if channel["id"] in LINKED]
    places = {channel["url"]: channel["url"].split("/")[2] for channel in channels if "url" in channel}
    places |= {f"mailto:{channel['address']}": channel["address"] for channel in channels if "address" in channel}
    links = {str(link["href"]): link for link in contact.soup.select("article [data-until] > a")}
    assert set(links) == set(places)
    for href, link in links.items():
        assert attributes(link, "rel") == {"noopener", "noreferrer"}
        assert link["referrerpolicy"] == "no-referrer"
        host = link.find_next_sibling("small")
        assert host["class"] == ["host"]
        assert host.get_text() == f"({places[href]})"


def test_a_link_keeps_its_title(contact: Page) -> None:
    assert len(contact.soup.select("article a[href^='https://chat.'][title]")) == 1


def test_any_other_channel_is_plain_words_and_its_address_is_nowhere(lamplight: Site, contact: Page) -> None:
    items = [item for item in contact.soup.select("article li") if not item.select("a")]
    assert len(items) == len(PLAIN)
    for page in lamplight.pages.values():
        for host in ("social.example", "messenger.example"):
            assert host not in page.html, page.url


@pytest.mark.parametrize("code", ["en", "zh-Hant"])
def test_a_website_known_from_papers_is_a_link_that_says_so(lamplight: Site, code: str) -> None:
    page = lamplight.pages[f"{code}/repair/return-or-repair/"]
    link = page.soup.select_one("article a[href='https://lamplight-museum.example/']")
    caveat = lamplight.written.ui_strings["channel.documented"][code]
    said = caveat.replace("{host}", "lamplight-museum.example").replace("{date}", "2026-11-01")
    assert link.find_next_sibling("small").get_text() == f"({said})"


def test_the_address_of_a_channel_stands_in_the_registry_only(site: Site) -> None:
    for code in site.written.codes:
        for document in site.written.documents[code].values():
            assert "://" not in document.body, document.path
            assert not re.search(r"\w@\w", document.body), document.path
