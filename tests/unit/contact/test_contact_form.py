"""What the page that leads to support is made of."""

from __future__ import annotations

import pytest
from built_site import SITES
from factories import help_center

from handrail.center.help_center import HelpCenter
from handrail.contact import message, qr_code
from handrail.contact.contact_form import ContactForm


@pytest.fixture(scope="module")
def lamplight() -> HelpCenter:
    return help_center(SITES / "lamplight")


def journey(center: HelpCenter, code: str) -> ContactForm:
    return ContactForm(center, center.editions[code])


def test_labels_are_in_every_language_the_readers_first(lamplight: HelpCenter) -> None:
    title = lamplight.details["base"].title
    assert list(journey(lamplight, "en").labels(title).items()) == [("en", "Base"), ("zh-Hant", "燈座")]
    assert list(journey(lamplight, "zh-Hant").labels(title)) == ["zh-Hant", "en"]


def test_the_settings_may_name_the_languages_of_the_labels(lamplight: HelpCenter) -> None:
    support = lamplight.settings.support.model_copy(update={"labels": ["en"]})
    center = HelpCenter(**{**vars(lamplight), "settings": lamplight.settings.model_copy(update={"support": support})})
    assert message.languages(center, "zh-Hant") == ("zh-Hant", "en")
    assert message.languages(center, "en") == ("en",)


def test_a_message_to_fill_in_has_every_detail_of_its_type_in_the_order_of_the_file(lamplight: HelpCenter) -> None:
    form = journey(lamplight, "en").form(lamplight.issue_types["guarantee"])
    assert form.splitlines() == [
        "About: The guarantee",
        *("What happened:", "Serial number:", "Price paid:", "Network you paid over:", "Payment:"),
        "Address for the refund:",
        "",
        "No password and no secret is in this message.",
    ]


def test_addresses_hashes_and_what_is_marked_stay_out_of_public_messages(lamplight: HelpCenter) -> None:
    private = {id for id, detail in lamplight.details.items() if detail.is_private}
    assert private == {"serial", "payment", "refund-to"}


def test_the_articles_that_the_page_knows_are_bounded(lamplight: HelpCenter, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = journey(lamplight, "en").known
    assert {article.id for article in everything} == set(lamplight.editions["en"].articles)
    monkeypatch.setattr("handrail.contact.contact_form.NEAR", 0)
    monkeypatch.setattr("handrail.contact.contact_form.TITLES", 2)
    assert len(journey(lamplight, "en").known) == 2


def test_no_way_leads_where_nobody_or_only_strangers_answer_a_message(lamplight: HelpCenter) -> None:
    offered = {handoff.id for handoff in journey(lamplight, "en").handoffs}
    assert set(lamplight.registry.statuses) - offered == {
        *("website", "old-website", "show-room"),
        *("phone", "messenger", "false-website", "false-hotline", "false-email"),
        "forum",
    }


def test_first_comes_the_surest_channel_that_takes_messages_and_where_the_app_tells_who_is_staff(
    lamplight: HelpCenter,
) -> None:
    assert [status.channel.id for status in journey(lamplight, "en").first_channels] == ["app-help"]


def test_ways_lead_to_no_channel_that_is_not_used_or_false(lamplight: HelpCenter) -> None:
    handoffs = journey(lamplight, "en").handoffs
    assert {handoff.effective_status.status for handoff in handoffs} == {"verified", "documented", "unconfirmed"}
    for handoff in handoffs:
        if not handoff.effective_status.is_open:
            assert handoff.base in ("", "mailto:"), handoff.id
            assert not handoff.handle


@pytest.mark.parametrize(
    ("id", "base", "limit"),
    [
        ("email", "mailto:help@lamplight.example", 1800),
        ("email-shops", "mailto:", 1800),
        ("x", "https://x.com/messages/compose?recipient_id=1234567890", 2000),
        ("telegram", "https://t.me/lamplight_works", 2000),
        ("github", "https://github.com/lamplight-works/firmware/issues/new", 8000),
        ("ticket", "https://desk.lamplight.example/hc/requests/new", 2048),
        ("wechat", "", 0),
        ("chat", "https://chat.lamplight.example/start?from=help&topic=lamp", 0),
    ],
)
def test_each_way_has_its_address_and_its_limit(lamplight: HelpCenter, id: str, base: str, limit: int) -> None:
    (handoff,) = (handoff for handoff in journey(lamplight, "en").handoffs if handoff.id == id)
    assert (handoff.base, handoff.limit) == (base, limit)


def test_a_form_says_which_field_takes_which_detail(lamplight: HelpCenter) -> None:
    (handoff,) = (handoff for handoff in journey(lamplight, "en").handoffs if handoff.id == "ticket")
    assert handoff.fields == "serial:360001234567"


def test_a_place_where_strangers_open_issues_is_public_whatever_its_author_says(lamplight: HelpCenter) -> None:
    for handoff in journey(lamplight, "en").handoffs:
        if handoff.method == "github_issue":
            assert handoff.is_public


def test_a_picture_is_that_of_its_text_with_quiet_ground_around_it() -> None:
    drawn = qr_code.svg("lamplight-works")
    assert drawn == qr_code.svg("lamplight-works")
    assert drawn != qr_code.svg("lamplight_works")
    assert 'viewBox="0 0 33 33"' in drawn, "25 modules and 4 of quiet ground on each side"
    assert "style=" not in drawn
