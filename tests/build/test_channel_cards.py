"""A channel that an article names is shown as a card: what it is for, what it is worth, and how that is known."""

from __future__ import annotations

import re

import pytest
from bs4 import Tag
from built_site import Page, Site, attributes

FEARED = ("not_used", "impostor")
"""The statuses that are said in full; all others are a word."""
DEMOTED = {"show-room": "unconfirmed"}
"""What the made-up site holds for better than it is."""


def cards(page: Page) -> dict[str, Tag]:
    found = {str(card["aria-labelledby"]).removeprefix("channel-"): card for card in page.soup.select(".channel")}
    assert len(found) == len(page.soup.select(".channel"))
    return found


def said(card: Tag) -> str:
    return " ".join(card.get_text().split())


def test_an_article_shows_the_channels_that_its_head_names_after_its_text(site: Site) -> None:
    for code in site.written.codes:
        articles = site.written.articles(code)
        for id, page in site.article_pages(code).items():
            assert list(cards(page)) == list(dict.fromkeys(articles[id].head.get("channels", []))), page.url
            if page.soup.select_one(".channels"):
                assert page.soup.select_one("article").find_next_sibling("section")["class"] == ["channels"]


def test_every_card_says_what_is_in_the_registry(site: Site) -> None:
    channels = {channel["id"]: channel for channel in site.written.data("channels")}
    for code in site.written.codes:
        ui_strings = {key: texts[code] for key, texts in site.written.ui_strings.items()}
        for page in site.article_pages(code).values():
            for id, card in cards(page).items():
                channel, text = channels[id], said(card)
                status = DEMOTED.get(id, channel["status"])
                word = f"{'channel' if status in FEARED else 'status'}.{status}"
                assert text.startswith(f"{channel['name'][code]} {ui_strings[word]}")
                assert channel["purpose"][code] in text
                assert str(channel["checked_on"]) in text
                days = [day.get_text() for day in card.select("details time")]
                assert days == ([str(channel["checked_on"]), card["data-until"]] if card.get("data-until") else [])
                for key in ("hours", "reply_time"):
                    assert channel.get(key, {}).get(code, "") in text
                assert channel.get("time_zone", "") in text
                for key in ("asks_for", "never_asks_for"):
                    for item in channel.get(key, {}).get(code, ()):
                        assert item in text
                for evidence in channel.get("evidence", ()):
                    assert evidence["source"] in text
                    assert str(evidence["seen_on"]) in text
                has_readers = channel["public"] or channel.get("accepts_messages", True)
                has_readers = has_readers and status not in ("not_used", "impostor")
                assert (ui_strings["channel.readers"] in text) == has_readers
                if has_readers:
                    assert ui_strings["channel.public" if channel["public"] else "channel.private"] in text


def test_every_link_shows_where_it_leads_and_tells_nobody_where_from(site: Site) -> None:
    for page in site.in_a_language:
        for link in page.soup.select(".channel__link"):
            href = str(link["href"])
            assert re.sub(r"^(https://([^/]+).*|mailto:(.+)|tel:(.+))$", r"\2\3", href) in link.get_text()
            assert attributes(link, "rel") == {"noopener", "noreferrer"}
            assert link["referrerpolicy"] == "no-referrer"
            assert link.find_parent(attrs={"data-until": True})


@pytest.fixture(params=["en", "zh-Hant"])
def all_cards(request: pytest.FixtureRequest, lamplight: Site) -> dict[str, Tag]:
    """The cards of the article that names every channel there is."""
    found = cards(lamplight.pages[f"{request.param}/reach/every-channel/"])
    assert list(found) == [channel["id"] for channel in lamplight.written.data("channels")]
    return found


def test_an_address_is_shown_of_what_is_verified_and_of_documented_websites_alone(
    lamplight: Site, all_cards: dict[str, Tag]
) -> None:
    for channel in lamplight.written.data("channels"):
        card = all_cards[channel["id"]]
        status = DEMOTED.get(channel["id"], channel["status"])
        is_open = status == "verified" or (status == "documented" and channel["kind"] == "website")
        assert [str(link["href"]) for link in card.select("a")] == (
            [leads_to(channel)] if is_open and leads_to(channel) else []
        )
        for key in ("url", "address", "handle"):
            if key in channel and not is_open:
                assert channel[key] not in str(card), channel["id"]
        if is_open and "handle" in channel:
            assert card.select_one("code").get_text() == channel["handle"]


def leads_to(channel: dict[str, str]) -> str:
    if "address" in channel:
        return f"mailto:{channel['address']}" if channel["kind"] == "email" else "tel:+15550199"
    return channel.get("url", "")


def test_of_a_known_fake_the_address_is_shown_so_that_it_cannot_be_followed(all_cards: dict[str, Tag]) -> None:
    shown = {
        id: card.select_one(".channel__fake").get_text()
        for id, card in all_cards.items()
        if card.select_one(".channel__fake")
    }
    assert shown == {
        "messenger": "messenger[.]example/lamplight-support",
        "false-website": "lamplight-help[.]example",
        "false-hotline": "+1[-]555[-]0100",
        "false-email": "service[@]lamplight-care[.]example",
    }


def test_what_gives_no_link_says_how_to_find_it(all_cards: dict[str, Tag], lamplight: Site) -> None:
    for id in ("social", "email-shops", "show-room", "app-help"):
        assert all_cards[id].select_one(".channel__how-to-find:not([hidden])"), id


def test_what_is_demoted_is_named_when_the_site_is_built(lamplight: Site) -> None:
    assert "'show-room' is shown as unconfirmed, not verified: last opened on 2025-02-01" in lamplight.stderr
