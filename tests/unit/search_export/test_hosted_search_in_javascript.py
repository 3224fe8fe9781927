"""What the browser sends to a search server: cut as the records are, and never the beginning of a secret."""

import random

import pytest
import yaml
from built_site import SITES
from hosted_questions import HELD, terms_of_records, terms_sent

from handrail.secrets import wordlists

LONGEST_SENT = 3
"""Words of a phrase that may be sent: the other nine of twelve are as hard to guess as ever."""


@pytest.fixture(scope="module")
def queries():
    """The questions of the articles of every sample site, in half a dozen languages."""
    heads = (file.read_text("utf-8").split("---\n", 2)[1] for file in sorted(SITES.glob("*/docs/*/*/*.md")))
    return [question for head in heads for question in yaml.safe_load(head).get("questions", ())]


def test_questions_are_cut_as_the_records_are_without_stop_words(modules, queries):
    assert terms_sent(modules, queries) == terms_of_records(queries)


@pytest.mark.parametrize("language", ["english", "spanish", "french"])
def test_no_more_than_three_words_of_a_phrase_are_sent_while_it_is_typed(modules, language):
    rng = random.Random(1)
    for _ in range(40):
        phrase = rng.sample(wordlists.words(language), 12)
        typed = [" ".join(phrase[:count]) for count in range(LONGEST_SENT + 1, 13)]
        typed += [f"my phrase is: {start}" for start in typed]
        assert modules.evaluate(HELD, typed) == typed


def test_hardly_the_half_of_a_phrase_of_characters_is_sent_while_it_is_typed(modules):
    rng = random.Random(1)
    phrases = ["".join(rng.choices(wordlists.words("chinese_simplified"), k=12)) for _ in range(400)]
    halves = [phrase[:8] for phrase in phrases]
    assert len(modules.evaluate(HELD, halves)) >= 0.96 * len(halves)
    apart = [" ".join(phrase[: LONGEST_SENT + 1]) for phrase in phrases]
    assert modules.evaluate(HELD, apart) == apart


@pytest.mark.parametrize(
    "start",
    [
        "L4rK1yDtCWekvXuE6oXD9jCYfF",
        "my key 0x4c0883a6",
        "card 4111 1",
        "write to ann@mail.example",
        "1 3 8 1 2 3",
        "code 48213",
        "ＡＢ４５６７８９０１",
    ],
)
def test_the_beginning_of_a_key_a_number_or_an_address_is_not_sent(modules, start):
    assert modules.evaluate(HELD, [start]) == [start]


def test_ordinary_questions_are_sent(modules):
    assert modules.evaluate(HELD, ["转账没到账", "error 5003", "how do I change my PIN", ""]) == []
