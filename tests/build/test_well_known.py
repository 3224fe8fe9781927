"""What machines read below /.well-known/ says the same as the pages, and is right by the tools that read it."""

from __future__ import annotations

import json
from typing import Any

import pytest
import sectxt
from built_site import CONFIGS, Site
from site_builds import build

OPEN = {"url", "address", "handle"}
DEMOTED = {"show-room": "unconfirmed"}


def channels(site: Site) -> dict[str, dict[str, Any]]:
    data = json.loads((site.folder / ".well-known/support-channels.json").read_text("utf-8"))
    assert data["format"] == "support-channels/1"
    assert data["relation"] == site.written.settings["ownership"]
    assert data["vendor"] == site.written.settings["vendor"]
    return {channel["id"]: channel for channel in data["channels"]}


def test_every_channel_is_there_with_what_it_is_worth_in_every_language(site: Site) -> None:
    found = channels(site)
    written = site.written.data("channels")
    assert list(found) == [channel["id"] for channel in written]
    for channel in written:
        one = found[channel["id"]]
        assert one["status"] == DEMOTED.get(channel["id"], channel["status"])
        for key in ("kind", "name", "purpose", "public", "hours", "reply_time", "time_zone"):
            assert one.get(key) == channel.get(key)
        assert one["takes_messages"] == channel.get("accepts_messages", True)
        assert [each["source"] for each in one.get("evidence", [])] == [
            each["source"] for each in channel.get("evidence", [])
        ]


def test_only_what_is_open_has_an_address_and_a_day_on_which_it_ends(site: Site) -> None:
    for one in channels(site).values():
        is_open = one["status"] == "verified" or (one["status"] == "documented" and one["kind"] == "website")
        assert is_open or not OPEN & set(one), one["id"]
        assert ("until" in one) == (one["status"] in ("verified", "documented")), one["id"]
        assert ("fakes" in one) == (one["status"] == "impostor"), one["id"]
        assert all("[" in fake for fake in one.get("fakes", ()))


def test_the_languages_of_the_registry_are_those_of_the_site(site: Site) -> None:
    for one in channels(site).values():
        assert list(one["name"]) == list(one["purpose"])
        assert set(one["name"]) == set(site.written.codes)


def test_security_txt_is_right_by_the_tool_that_reads_it(lamplight: Site) -> None:
    read = sectxt.Parser((lamplight.folder / ".well-known/security.txt").read_bytes())
    ignored = {"not_signed", "expired", "long_expiry"}  # a signature is not ours to make; the days are the test's
    assert [error for error in read.errors if error["code"] not in ignored] == []
    assert [hint["code"] for hint in read.recommendations if hint["code"] not in ignored] == []
    text = (lamplight.folder / ".well-known/security.txt").read_text("utf-8")
    assert text.splitlines() == [
        "Contact: https://www.lamplight.example/security",
        "Contact: mailto:security@lamplight.example",
        "Expires: 2027-10-01T00:00:00Z",
        "Preferred-Languages: en, zh-Hant",
        "Canonical: https://site.example/.well-known/security.txt",
        "Policy: https://www.lamplight.example/security-policy",
        "Encryption: https://www.lamplight.example/security.asc",
    ]


def test_the_tool_would_find_a_mistake() -> None:
    assert sectxt.Parser(b"Contact: security@lamplight.example\n").errors


@pytest.mark.parametrize("name", ["bitpie", "three_languages", "minimal"])
def test_without_a_contact_there_is_no_security_txt(name: str, built: Any) -> None:
    assert not (built(name).folder / ".well-known/security.txt").exists()


def test_one_that_has_expired_is_not_given_out(tmp_path: Any) -> None:
    done = build(CONFIGS["lamplight"], tmp_path / "site", SOURCE_DATE_EPOCH="1822435200")  # 2 October 2027
    assert done.returncode == 0
    assert "security.expires: 2027-10-01 is past" in done.stderr
    assert not (tmp_path / "site/.well-known/security.txt").exists()
    found = json.loads((tmp_path / "site/.well-known/support-channels.json").read_text("utf-8"))["channels"]
    assert {one["status"] for one in found} == {"unconfirmed", "not_used", "impostor"}
