"""Where the evidence for a channel expires after the build, the browser takes its link and its address away."""

import datetime

import pytest


@pytest.fixture
def on_day(visitor, lamplight):
    """The page with a card for every channel, as it is read on a day."""

    def open_page(day: str, path: str = "en/reach/every-channel/"):
        reader = visitor()
        reader.context.clock.set_fixed_time(datetime.datetime.fromisoformat(f"{day}T12:00:00+00:00"))
        reader.page.goto(lamplight.url + path)
        assert reader.problems == []
        return reader.page

    return open_page


def links(page):
    cards = page.locator(".channel:has(a)")
    return {cards.nth(i).get_attribute("aria-labelledby").removeprefix("channel-") for i in range(cards.count())}


def test_on_the_day_of_the_build_every_link_is_there(on_day):
    page = on_day("2026-11-24")
    assert links(page) == {
        *("website", "old-website", "chat", "ticket", "email", "x", "telegram", "forum", "github", "workshop")
    }
    assert page.locator(".channel code").all_text_contents() == [
        "lamplight_works",
        "lamplight_works",
        "lamplight-works",
    ]


def test_a_link_goes_on_the_first_day_on_which_its_status_does_not_hold(on_day):
    assert "workshop" in links(on_day("2026-11-26"))
    page = on_day("2026-11-27")
    assert "workshop" not in links(page)
    card = page.locator("[aria-labelledby=channel-workshop]")
    assert "555" not in card.inner_text()
    assert "Unconfirmed" in card.locator(".channel__status").inner_text()
    assert card.locator(".channel__how-to-find").is_visible()
    assert "channel--unconfirmed" in card.get_attribute("class")


def test_an_account_goes_with_its_link(on_day):
    page = on_day("2026-12-20")
    assert page.locator(".channel code").count() == 0
    assert {"x", "telegram"}.isdisjoint(links(page))


def test_a_very_old_copy_leads_nowhere(on_day):
    page = on_day("2030-01-01")
    assert links(page) == set()
    for address in ("chat.lamplight.example", "help@lamplight.example", "lamplight_works", "555 0199"):
        assert address not in page.content()


@pytest.mark.parametrize("path", ["en/reach/reach-lamplight/", "zh-Hant/reach/reach-lamplight/"])
def test_links_in_a_text_become_words(on_day, path):
    assert on_day("2026-11-24", path).locator("article [data-until] a").count() == 5
    page = on_day("2030-01-01", path)
    assert page.locator("article a[href^=http]").count() == 0
    said = page.evaluate("document.body.dataset.expired")
    assert page.locator("article .host").all_text_contents() == [f"({said})"] * 5


def test_a_page_that_stays_open_goes_quiet_too(on_day):
    page = on_day("2026-11-24")
    page.clock.set_fixed_time(datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert links(page) == set()
