"""A number takes the form that its language has for it."""

from __future__ import annotations

import pytest

from handrail.content import plural_forms

ARTICLES = {
    "en": "Found: {count, plural, one {# article} other {# articles}}.",
    "ru": "{count, plural, one {# статья} few {# статьи} other {# статей}}",
    "zh-Hans": "{count} 篇",
}


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 1, "Found: 1 article."),
        ("en", 0, "Found: 0 articles."),
        ("en", 31, "Found: 31 articles."),
        ("ru", 21, "21 статья"),
        ("ru", 3, "3 статьи"),
        ("ru", 11, "11 статей"),
        ("zh-Hans", 1, "{count} 篇"),
    ],
)
def test_a_number_decides_the_form(language: str, count: int, said: str) -> None:
    assert plural_forms.chosen(ARTICLES[language], language, {"count": count}) == said


def test_a_browser_gets_all_forms_with_a_place_for_the_number() -> None:
    assert plural_forms.forms(ARTICLES["en"]) == {"one": "Found: {count} article.", "other": "Found: {count} articles."}
    assert plural_forms.forms(ARTICLES["zh-Hans"]) == {"other": "{count} 篇"}
