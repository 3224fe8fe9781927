"""What readers could follow in a text is found, however it is written; names of files and products are told apart."""

from __future__ import annotations

import time

import pytest

from handrail.checks.mentions import Mention, in_target, in_text, unlisted


@pytest.mark.parametrize(
    "text",
    [
        "go to thief.icu/login now",
        "at thief.icu.",
        "THIEF.ICU",
        "在thief.icu打开",
        "请打开https://thief.icu然后登录",
        "https://thief.icu，",
        "**thief.icu**",
        "*.thief.icu",
        "thief。icu",
        "ｔｈｉｅｆ．ｉｃｕ",
        "Site:thief.icu",
        "see //thief.icu/x",
        "https://vendor.com'@thief.icu",
        r"https:\\thief.icu",
        "(https://thief.icu)",
        "'https://thief.icu'",
        "git@thief.icu:lamp/lamp.git",
    ],
)
def test_a_host_is_found(text: str) -> None:
    assert set(in_text(text)) == {Mention("host", "thief.icu")}


@pytest.mark.parametrize("text", ["thief.app", "thief.zip/a", "www.thief.md", "Thief.app/login", "185.1.2.3/login"])
def test_a_host_below_what_names_of_files_end_in_is_found_where_it_can_be_none(text: str) -> None:
    (mention,) = in_text(text)
    assert mention.is_certain == (text != "www.thief.md")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Remove the Arduino.app.",
            "Block.one and the IDE.app",
            "run setup.py, then readme.md",
            "ASP.NET",
            "Done.It is",
        ),
    ],
)
def test_what_may_be_the_name_of_a_file_or_a_product_is_not_certain(text: str) -> None:
    assert {mention.is_certain for mention in in_text(text)} == {False}


@pytest.mark.parametrize(
    "text",
    [
        *("http://arduino.local", "allow *.example.net", "version 1.2.3.4", "e.g. i.e. U.S. a.m.", "brave://adblock"),
        *(
            "docs/readme.md",
            r"C:\foo.me\x",
            "a_b.c_d",
            "3.5",
            "10.000",
            "访问官网。然后",
            "Node.js",
            "lamp.example",
            "...",
        ),
    ],
)
def test_what_is_no_host_is_none(text: str) -> None:
    assert list(in_text(text)) == []


@pytest.mark.parametrize("text", ["os.name", "window.open", "console.log()", "com.vendor.app", "main.rs", "lamp.run()"])
def test_in_code_members_packages_and_files_are_no_certain_hosts(text: str) -> None:
    assert [mention for mention in in_text(text, is_code=True) if mention.is_certain] == []
    assert [mention for mention in in_text("thief.icu", is_code=True) if mention.is_certain]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("write to help@thief.icu.", Mention("mail", "help@thief.icu")),
        ("写信到help@thief.icu吧", Mention("mail", "help@thief.icu")),
        ("add @vendor_support", Mention("account", "@vendor_support")),
        ("Telegram：vendor_help", Mention("account", "vendor_help")),
    ],
)
def test_an_address_or_an_account_is_found(text: str, found: Mention) -> None:
    assert list(in_text(text)) == [found]


def test_a_target_leads_to_one_host() -> None:
    assert list(in_target("https://vendor.com'@thief.icu")) == [Mention("host", "thief.icu")]
    assert list(in_target("mailto:a%40thief.icu?cc=b@thief.icu")) == [
        Mention("mail", "a@thief.icu"),
        Mention("mail", "b@thief.icu"),
    ]
    assert list(in_target("../a.md")) == list(in_target("http://localhost:8000")) == []


def test_an_entry_with_a_star_allows_all_below() -> None:
    allowed = ["lamp.icu", "*.vendor.icu"]
    assert not unlisted("lamp.icu", allowed)
    assert not unlisted("a.b.vendor.icu", allowed)
    assert unlisted("vendor.icu", allowed)
    assert unlisted("evilvendor.icu", allowed)
    assert unlisted("a.lamp.icu", allowed)


@pytest.mark.parametrize(
    "piece", ["{{{", "a.a.", "[[[", "1. 1. 1. ", "word *x* [y ", "a@", "//", "*.", "a-", "微信:", "a.com/"]
)
def test_a_line_of_100_kilobytes_takes_less_than_a_second(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    list(in_text(text))
    assert time.process_time() - start < 1
