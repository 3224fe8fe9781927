"""Which language a tag means."""

from __future__ import annotations

import pytest

from handrail.schema import language_tags

THEME = ("de", "en", "nb", "nn", "pt", "pt-BR", "sr", "zh", "zh-Hant", "zh-TW")


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("pt-BR", "pt-BR"),
        ("pt-PT", "pt"),
        ("zh-CN", "zh"),
        ("zh-Hans-SG", "zh"),
        ("zh-TW", "zh-TW"),
        ("zh-HK", "zh-Hant"),
        ("sr-Latn", None),
        ("no", "nb"),
        ("nn-NO", "nn"),
        ("nb", "nb"),
        ("fr", None),
        ("e", None),
        ("not a tag", None),
    ],
)
def test_a_tag_means_its_language_in_its_script_and_its_own_region_first(tag: str, meant: str | None) -> None:
    assert language_tags.best(tag, THEME) == meant


def test_words_of_which_any_may_be_meant_are_listed_as_the_language_does() -> None:
    assert language_tags.either(["a", "b", "c"], "en-GB") == "a, b or c"
    assert language_tags.either(["甲", "乙", "丙"], "zh-CN") == "甲、乙或丙"
    assert language_tags.either(["a", "b"], "xx") == "a or b", "as in English"
