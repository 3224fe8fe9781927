"""What somebody gave a reader is found in a text, however it is written, and judged by the registry alone."""

import datetime
import json

import pytest
import yaml
from built_site import ROOT, SITES
from factories import channel

from handrail.channels.channel import Channel
from handrail.channels.registry import registry
from handrail.channels.verification import verification

CASES = json.loads((ROOT / "tests/vectors/verify.json").read_text("utf-8"))
JUDGE = """async ([texts, registry, today]) => {
  const { judgeAll } = await import("/verify/verdict.js");
  return texts.map((text) => judgeAll(text, registry, today));
}"""
GUIDE, PROOF = "https://help.lamplight.example/", "https://www.lamplight.example/help-center"
TODAY = datetime.date(2026, 11, 24)


@pytest.fixture(scope="module")
def known():
    """The registry of the made-up lamp, as its page has it."""
    channels = yaml.safe_load((SITES / "lamplight/docs/data/channels.yml").read_text("utf-8"))
    statuses = registry({one["id"]: Channel(**one) for one in channels}, TODAY)
    return verification(statuses, "en", names=["Lamplight Works", "燈語製作所"], guide=GUIDE, proof=PROOF)


@pytest.fixture
def judge(modules, known):
    return lambda texts, today="2026-11-24", listed=known: modules.evaluate(JUDGE, [texts, listed, today])


def test_every_case_is_judged(judge):
    found = judge([case["given"] for case in CASES])
    wrong = {}
    for case, verdicts in zip(CASES, found, strict=True):
        said = [[one["kind"], one["reason"], one["of"]] for one in verdicts]
        if said != case["verdicts"]:
            wrong[case["name"]] = {"given": case["given"], "said": said, "wanted": case["verdicts"]}
    assert wrong == {}


def test_there_are_five_verdicts_and_none_of_them_is_safe(judge):
    found = judge([case["given"] for case in CASES])
    kinds = {one["kind"] for verdicts in found for one in verdicts}
    assert kinds == {"fake", "unlisted", "unsure", "guide", "listed"}


SHARED = (
    {"url": "https://sites.google.com/view/lamp"},
    {"url": "https://lamp.github.io/"},
    {"url": "https://medium.com/"},
    {"kind": "messenger", "url": "https://discord.gg/AbCd"},
    {"kind": "messenger", "url": "https://wa.me/442079460000"},
    {"kind": "social", "url": "https://facebook.com/profile.php?id=1"},
    {"kind": "chat", "url": "https://chat.lamp.example/room?id=1"},
    {"kind": "phone", "url": None, "address": "+44 20 7946 0000"},
    {"kind": "phone", "url": None, "address": "400 820 8820"},
)


@pytest.mark.parametrize(
    ("kind", "texts"),
    {
        "listed": [
            "https://sites.google.com/view/lamp",
            "https://sites.google.com/view/lamp/manuals",
            "https://lamp.github.io/manuals#top",
            "discord.gg/AbCd",
            "https://discord.com/invite/AbCd",
            "wa.me/442079460000?text=hello",
            "WhatsApp +44 20 7946 0000",
            "https://www.facebook.com/profile.php?id=1",
            "https://chat.lamp.example/room?utm_source=mail&id=1",
            "+44 20 7946 0000",
            "0044-20-7946-0000",
            "+44 (0)20 7946 0000",
        ],
        "unsure": ["020 7946 0000", "7946 0000", "400 820 8820"],
        "unlisted": [
            "https://sites.google.com/view/evil",
            "https://sites.google.com/view/lamp-evil",
            "https://sites.google.com/view/lamp/..%2f..%2fevil",
            "https://sites.google.com/",
            "https://evil.github.io/",
            "https://medium.com/@evil",
            "discord.gg/abcd",
            "https://discord.gg/AbCd/evil",
            "wa.me/442079460001",
            "https://www.facebook.com/profile.php?id=2",
            "https://www.facebook.com/profile.php?id=1&id=2",
            "https://chat.lamp.example/room?id=2",
            "https://chat.lamp.example/room",
            "+20 7946 0000",
            "+86 20 7946 0000",
        ],
    }.items(),
)
def test_where_strangers_have_pages_too_the_whole_address_must_match(judge, kind, texts):
    channels = {f"c{number}": channel(id=f"c{number}", **facts) for number, facts in enumerate(SHARED)}
    found = judge(texts, listed=verification(registry(channels, TODAY), "en"))
    said = {text: [one["kind"] for one in verdicts] for text, verdicts in zip(texts, found, strict=True)}
    assert said == {text: [kind] for text in texts}


def test_what_is_judged_is_marked_where_it_stands_in_the_text_as_it_was_given(judge):
    text = "看 ｌａｍｐlight．example，加微信\u200babc_1 或 lamplight[.]example 或 help@evil\u00ad.test"
    (found,) = judge([text])
    marked = sorted(span for one in found for span in one["spans"])
    assert [text[start:end] for start, end in marked] == [
        "ｌａｍｐlight．example",
        "abc_1",
        "lamplight[.]example",
        "help@evil\u00ad.test",
    ]


def test_however_much_is_given_everything_counts_and_the_worst_stands_first(judge):
    text = " ".join([*(f"https://lamplight.example/{page}" for page in range(12)), "https://evil.test"])
    (found,) = judge([text])
    assert [one["kind"] for one in found] == ["unlisted", *["listed"] * 12]


def test_what_has_expired_is_not_listed_any_more(judge):
    ((one,),) = judge(["lamplight.example"], "2027-02-20")
    assert (one["kind"], one["reason"], one["until"]) == ("unlisted", "expired", "2027-02-20")
    ((one,),) = judge(["lamplight.example"], "2027-02-19")
    assert one["kind"] == "listed"


def test_the_letters_that_differ_are_marked(judge):
    ((one,),) = judge(["https://lampl1ght.example/"])
    assert [one["shown"][place] for place in one["marks"]] == ["1"]


def test_the_page_knows_no_address_that_may_not_be_shown(known):
    text = json.dumps(known)
    for address in (
        "social.example",
        "lamplight-news",
        "lamplight-rooms",
        "messenger.example",
        "lamplight-help.example",
    ):
        assert address not in text


def test_the_longest_text_is_judged_within_the_patience_of_the_tests(judge):
    """It takes a moment; an expression that goes back and forth over it would take hours."""
    parts = (
        "a.",
        "1 ",
        "@a",
        "a@",
        "h:/",
        "例.",
        "(1",
        "x\u200b",
        "a.bc ",
        "<a@b.cd>",
        "http://a.b/?u=",
        "QQ 12345 ",
        "wx ",
    )
    texts = [(part * 10_000)[:10_000] for part in parts]
    assert len(judge(texts)) == len(texts)
