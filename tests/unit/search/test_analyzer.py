"""From text to terms. test_analyzer_in_javascript.py holds the browser's analyzer to the same."""

import json
import random
from pathlib import Path

import pytest
from lunr.stemmer import PorterStemmer

from handrail.search import analyzer

CASES = json.loads(Path(__file__).parents[2].joinpath("vectors/analyzer.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_terms(case: dict[str, object]) -> None:
    assert analyzer.terms(str(case["text"])) == case["terms"]


def test_stems_are_those_of_lunr() -> None:
    for word in ("restoring", "transactions", "passwords", "addresses"):
        assert analyzer.stem(word) == PorterStemmer().stem(word)


def test_any_text_has_terms_that_are_not_empty() -> None:
    numbers = random.Random(1)
    for _ in range(2000):
        text = "".join(chr(numbers.randrange(0x110000)) for _ in range(20))
        assert all(analyzer.terms(text))
