"""Texts of many scripts and their terms, as a reader would cut them. The browser is held to the same cases."""

from __future__ import annotations

import json
from typing import Any

import pytest
from built_site import ROOT

from handrail.search import analyzer

CASES: list[dict[str, Any]] = json.loads((ROOT / "tests/vectors/terms.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_text_is_cut_into(case: dict[str, Any]) -> None:
    assert analyzer.terms(case["text"]) == case["terms"]


def test_a_question_in_other_letters_has_the_same_terms() -> None:
    same = ["錢包備份 Wallet", "钱包备份 wallet", "钱包备份 ＷＡＬＬＥＴ", "钱包备份\twa\u0301llét"]
    assert len({tuple(analyzer.terms(text)) for text in same}) == 1


def test_only_words_of_english_letters_have_stems() -> None:
    words = ["bus", "wallets2", "кошельки", "1000s", "钱包s", "étés"]
    assert [analyzer.stem(word) for word in words] == words
