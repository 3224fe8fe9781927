"""The guard in JavaScript finds what the guard of the build finds, at once."""

import json
from random import Random

import phrase_disguises
import pytest
from built_site import ROOT
from js_modules import Modules

from bench import guard_phrases, guard_writings
from handrail.secrets import guard

CASES = json.loads((phrase_disguises.VECTORS / "guard.json").read_text("utf-8"))
GENERATED, BATCH = 4_000, 1_000

INSPECT = """async (texts) => {
  const { inspect } = await import("/secrets/guard.js");
  const values = ({ start, end, rule, action }) => [start, end, rule, action];
  return texts.map(([text, field]) => inspect(text, { field }).map(values));
}"""
MASK = """async (texts) => {
  const { inspect, mask } = await import("/secrets/guard.js");
  return texts.map(([text, field]) => mask(text, inspect(text, { field })));
}"""
LENGTH = """async (text) => {
  const { inspect } = await import("/secrets/guard.js");
  return Math.max(text.length, ...inspect(text).map(({ end }) => end));
}"""
BROKEN = """async () => {
  const { inspect } = await import("/secrets/guard.js");
  return [null, undefined, 7, {}].map((nothing) => inspect(nothing)[0].action);
}"""

# Texts that could send a pattern or a loop round and round.
TRYING = {
    "sentences": "My transfer of 120 USDT has not arrived after three hours. 我的转账还没有到账，请帮忙查一下。",
    "one letter": "a",
    "single letters": "a\n",
    "spaces": " ",
    "digits": "1",
    "hex digits": "ab12 ",
    "pluses": "+1 (2",
    "the first letters of keys": "5KN ",
    "words of a list": "zoo ",
    "words of a list without spaces": "abandonability",
    "mistyped words": "abandonn ability able about above absent absorb abstract absurd abuse acces ",
    "the word for a phrase": "助记词",
    "the word for a password": "密码",
    "rare characters": "璃氓撰椎痪",
    "characters apart": "的 一 ",
    "names in a key file": '{"crypto":',
    "quotes": "pin '''''",
}


@pytest.fixture(scope="module")
def guarded(tmp_path_factory):
    """One Node for all: the guard keeps nothing of a text, and loads its lists once."""
    with Modules(tmp_path_factory.mktemp("modules")) as modules:
        yield modules


def expected(text, field=""):
    """What the guard of the build finds, with places in UTF-16 units."""
    units = [0]
    for character in text:
        units.append(units[-1] + (2 if character > "\uffff" else 1))
    return [[units[one.start], units[one.end], one.rule, one.action] for one in guard.inspect(text, field)]


def assert_agreed(page, texts):
    """Both guards find the same in the texts, each with its field."""
    for start in range(0, len(texts), BATCH):
        some = texts[start : start + BATCH]
        found = page.evaluate(INSPECT, some)
        different = [pair for pair, one in zip(some, found, strict=True) if one != expected(*pair)]
        assert different == []


def test_both_guards_agree_on_every_case(guarded):
    texts = [[case["text"], case.get("field", "")] for case in CASES]
    assert_agreed(guarded, texts)
    assert guarded.evaluate(MASK, texts) == [guard.mask(text, guard.inspect(text, field)) for text, field in texts]


def test_both_guards_agree_on_messages_and_articles(guarded):
    messages = [
        message for language in ("en", "zh") for message in phrase_disguises.vectors("guard-messages")[language]
    ]
    articles = [article.read_text("utf-8") for article in (ROOT / "docs").rglob("*.md")]
    assert_agreed(guarded, [[text, ""] for text in [*messages, *articles]])


def test_both_guards_agree_on_published_secrets(guarded):
    texts = [
        key
        for kind in ("private", "public", "encrypted", "wif")
        for key in phrase_disguises.vectors("guard-keys")[kind]
    ]
    for language in guard_phrases.LANGUAGES:
        for entropy, _ in phrase_disguises.vectors("guard-bip39")["english"]:
            words = guard_phrases.phrase(language, bytes.fromhex(entropy))
            texts += ["".join(words), *(disguise(words) for disguise in phrase_disguises.FIXED.values())]
    assert_agreed(guarded, [[text, ""] for text in texts])


@pytest.mark.parametrize("kind", guard_writings.KINDS)
def test_both_guards_agree_on_phrases_as_people_write_them(guarded, kind):
    samples = [guard_writings.sample(kind, language, 30, "parity") for language in guard_phrases.LANGUAGES]
    assert_agreed(guarded, [[text, ""] for sample in samples for _, text in sample])


def test_both_guards_agree_on_anything(guarded):
    random = Random(39)
    texts = [[phrase_disguises.scraps(random), random.choice(("", "hash"))] for _ in range(GENERATED)]
    assert_agreed(guarded, texts)


def test_what_is_no_text_blocks(guarded):
    assert guarded.evaluate(BROKEN) == ["block"] * 4


@pytest.mark.parametrize("kind", TRYING)
def test_the_guard_comes_to_the_end_of_any_text(guarded, kind):
    """One whose work grew with the square of a text would not, in the time that a test has."""
    text = (TRYING[kind] * 100_000)[:100_000]
    assert guarded.evaluate(LENGTH, text) == len(text)
