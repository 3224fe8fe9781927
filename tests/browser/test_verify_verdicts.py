"""What somebody gave a reader is found in a text, however it is written, and judged by the registry alone."""

import datetime
import json

import pytest
import yaml
from built_site import ROOT, SITES

from handrail.channels.channel import Channel
from handrail.channels.registry import registry
from handrail.channels.verification import verification

CASES = json.loads((ROOT / "tests/vectors/verify.json").read_text("utf-8"))
JUDGE = """async ([texts, registry, today]) => {
  const { claims } = await import("/verify/claims.js");
  const { judge } = await import("/verify/verdict.js");
  return texts.map((text) => claims(text).map((claim) => judge(claim, registry, today)));
}"""


@pytest.fixture(scope="module")
def known():
    """The registry of the made-up lamp, as its page has it."""
    channels = yaml.safe_load((SITES / "lamplight/docs/data/channels.yml").read_text("utf-8"))
    return verification(registry({one["id"]: Channel(**one) for one in channels}, datetime.date(2026, 11, 24)), "en")


@pytest.fixture
def judge(modules, known):
    return lambda texts, today="2026-11-24": modules.evaluate(JUDGE, [texts, known, today])


def test_every_case_is_judged(judge):
    found = judge([case["given"] for case in CASES])
    wrong = {}
    for case, verdicts in zip(CASES, found, strict=True):
        said = [[one["kind"], one["reason"], one["of"]] for one in verdicts]
        if said != case["verdicts"]:
            wrong[case["name"]] = {"given": case["given"], "said": said, "wanted": case["verdicts"]}
    assert wrong == {}


def test_there_are_three_verdicts_and_none_of_them_is_safe(judge):
    found = judge([case["given"] for case in CASES])
    assert {one["kind"] for verdicts in found for one in verdicts} == {"listed", "fake", "unlisted"}


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


def test_a_long_text_is_judged_within_the_patience_of_the_tests(judge):
    """It takes a moment; an expression that goes back and forth over it would take hours."""
    texts = [letters * 4000 for letters in ("a.", "1 ", "@a", "a@", "h:/", "例.", "(1", "x\u200b")]
    assert len(judge(texts)) == len(texts)
