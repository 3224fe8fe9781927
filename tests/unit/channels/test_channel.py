"""A channel says what it is, and what does not fit together in it is refused."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from factories import CHANNEL, channel
from pydantic import TypeAdapter, ValidationError

from handrail.channels.channel import Channel
from handrail.schema.validation_errors import explain

FIND = {"how_to_find": {"en": "Open the app."}}


def said(**changes: Any) -> list[str]:
    """What an author hears of a list with one channel in it."""
    data = [{key: value for key, value in (CHANNEL | changes).items() if value is not None}]
    try:
        TypeAdapter(list[Channel]).validate_python(data, context={"languages": ("en",)})
    except ValidationError as error:
        found = [explain(list[Channel], data, details, "the file") for details in error.errors()]
        return [f"{message}. {fix}" for _, message, fix in found]
    return []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"evidence": []}, "'website': verified without evidence. Add where and when it was seen, or write"),
        ({"url": None}, "'website': verified, but with no url. Add url."),
        ({"kind": "in_app"}, "'website': verified, but with no how_to_find. Add how_to_find."),
        ({"kind": "social", "url": None}, "'website': verified, but with no url and no handle. Add url or handle."),
        ({"kind": "phone"}, "'website': verified, but with no address. Add address."),
        ({"status": "impostor", "url": None}, "'website': impostor, but with no url and no address and no handle."),
        ({"hours": {"en": "9 to 17"}}, "'website': hours without a time zone. Add time_zone, as in 'UTC+8'."),
        ({"path": {"en": ["Help"]}}, "'website': a path to what is not in the app. Delete it, or the url."),
        ({"address": "a@b.example"}, "'website': address in a channel of the kind 'website'. Delete it, or"),
        ({"handle": "lamp"}, "'website': handle in a channel of the kind 'website'. Delete it, or change the kind."),
        ({"kind": "email", "address": "lamp"}, "'website': address: 'lamp' is not right. Write it as in 'help@"),
        ({"kind": "email", "address": "a@b.example?bcc=c@d.example"}, "'website': address: 'a@b.example?bcc"),
        ({"kind": "phone", "address": "call us"}, "'website': address: 'call us' is not right. Write it as in '+44"),
        ({"kind": "social", "handle": "@lamp"}, "'website': handle: '@lamp' is not right. Write it as in 'vendor_"),
        (
            {"prefill": {"method": "mailto"}},
            "'website': prefill: 'mailto' in a channel of the kind 'website'. It is for",
        ),
        ({"prefill": {"method": "fax"}}, "'website': prefill: 'fax' is not known. Use one of: github_issue, mailto"),
        (
            {"prefill": {"method": "telegramm"}},
            "'website': prefill: 'telegramm' is not known. Did you mean 'telegram'?",
        ),
        (
            {"kind": "email", **FIND, "prefill": {"method": "mailto"}, "accepts_messages": False},
            "'website': prefill in a channel that accepts no messages. Delete it, or accepts_messages.",
        ),
        ({"prefill": {}}, "'website': no key 'prefill.method'. Add it."),
        ({"prefill": "mailto"}, "'website': prefill must hold keys and values. "),
        ({"kind": "social", "prefill": {"method": "x_dm"}}, "'website': no key 'prefill.recipient_id'. Add it."),
        (
            {"kind": "social", "prefill": {"method": "x_dm", "recipient_id": "lamp"}},
            "'website': prefill.recipient_id: 'lamp' is not the number of an account. Write its digits in quotes",
        ),
        (
            {"kind": "social", "prefill": {"method": "x_dm", "recipientid": "1", "recipient_id": "1"}},
            "'website': unknown key 'prefill.recipientid'. Did you mean 'recipient_id'?",
        ),
        (
            {"kind": "social", "prefill": {"method": "x_dm", "recipient_id": "1"}},
            "'website': prefill: 'x_dm' needs a handle that fits it. Add handle, or delete prefill.",
        ),
        (
            {"kind": "messenger", "handle": "bob", "prefill": {"method": "telegram"}},
            "'website': prefill: 'telegram' needs a handle that fits it.",
        ),
        (
            {"kind": "ticket", "url": None, **FIND, "prefill": {"method": "zendesk_form"}},
            "'website': prefill: 'zendesk_form' needs a url that fits it.",
        ),
        (
            {"kind": "forum", "prefill": {"method": "github_issue", "repository": "https://x.example"}},
            "'website': prefill.repository: 'https://x.example' is not a repository. ",
        ),
    ],
)
def test_what_does_not_fit_together_is_one_clear_mistake(changes: dict[str, Any], message: str) -> None:
    lines = said(**changes)
    assert len(lines) == 1
    assert lines[0].startswith(message)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"kind": "in_app", "url": None, **FIND},
        {"kind": "ticket", "url": None, **FIND},
        {"kind": "email", "url": None, **FIND, "prefill": {"method": "mailto"}},
        {"kind": "email", "url": None, "status": "unconfirmed", "evidence": []},
        {"kind": "phone", "url": None, "status": "not_used", "evidence": []},
        {"kind": "social", "handle": "lamp", "prefill": {"method": "x_dm", "recipient_id": "12"}},
        {"kind": "messenger", "url": None, "handle": "lamp-works", "prefill": {"method": "wechat"}},
        {"kind": "messenger", "handle": "lamp_works", "prefill": {"method": "telegram"}},
        {"kind": "ticket", "prefill": {"method": "zendesk_form", "fields": {"hash": "360001"}}},
        {"kind": "forum", "prefill": {"method": "github_issue", "repository": "lamp/works"}},
    ],
)
def test_what_fits_is_taken(changes: dict[str, Any]) -> None:
    assert said(**changes) == []


def test_a_path_in_the_app_has_as_many_steps_in_every_language() -> None:
    place = {"kind": "in_app", "url": None, "how_to_find": {"en": "Open the app.", "fr": "Ouvrez-la."}}
    assert channel(**place, path={"en": ["Me", "Help"], "fr": ["Moi", "Aide"]}).path
    with pytest.raises(ValidationError, match="path has more steps in one language"):
        channel(**place, path={"en": ["Me", "Help"], "fr": ["Aide"]})


@pytest.mark.parametrize("seen", [datetime.date(2026, 11, 23), "2026-11", "2026"])
def test_evidence_was_seen_on_a_day_or_in_a_month_or_a_year(seen: object) -> None:
    evidence = {"source": "A manual", "kind": "press", "seen_on": seen}
    assert channel(evidence=[evidence]).evidence[0].seen_on == seen


@pytest.mark.parametrize("seen", [2026, "lately", "2026-11-23", datetime.datetime(2026, 11, 23, 8), None])
def test_evidence_seen_at_no_such_time_is_refused(seen: object) -> None:
    """A day in quotes too: it would not be checked to be in the calendar."""
    with pytest.raises(ValidationError, match="is not a date"):
        channel(evidence=[{"source": "A manual", "kind": "press", "seen_on": seen}])
