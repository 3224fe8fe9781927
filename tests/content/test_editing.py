"""The first content: two editions that say the same, in the words people use."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from built_site import Site

NEEDED = 24
"""Articles in each language, at least."""


def headings(body: str) -> list[str]:
    """The headings of an article, without the lines of code blocks."""
    text = re.sub(r"^( *)(```|~~~).*?^\1\2", "", body, flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"^#+ .*$", text, re.MULTILINE)


def ids(body: str) -> list[str]:
    return [found for heading in headings(body) for found in re.findall(r"\{#([\w-]+)\}$", heading)]


@pytest.fixture(params=["bitpie", "lamplight", "three_languages"])
def edited(request: pytest.FixtureRequest, built) -> Site:
    """The sites whose content is held to this."""
    return built(request.param)


def test_each_language_has_enough_articles(bitpie: Site) -> None:
    for code in bitpie.written.codes:
        assert len(bitpie.written.articles(code)) >= NEEDED


def test_the_languages_have_the_same_files(bitpie: Site) -> None:
    first, *others = bitpie.written.codes
    for code in others:
        assert bitpie.written.documents[code].keys() == bitpie.written.documents[first].keys()


def test_twins_agree_in_everything_but_words(edited: Site) -> None:
    keys = ("type", "category", "order", "related", "channels", "issue_types", "owner", "review_every", "status")
    for code in edited.written.codes:
        for other in edited.written.codes:
            theirs = edited.written.articles(other)
            for id, article in edited.written.articles(code).items():
                if id in theirs:
                    assert article.path == theirs[id].path
                    for key in keys:
                        assert article.head.get(key) == theirs[id].head.get(key), f"{article.path}: {key}"


def test_every_heading_has_an_id_of_its_own_the_same_in_each_language(edited: Site) -> None:
    for code in edited.written.codes:
        for id, article in edited.written.articles(code).items():
            assert len(ids(article.body)) == len(headings(article.body)), f"{code}/{article.path}"
            for other in edited.written.codes:
                counterpart = edited.written.articles(other).get(id)
                assert counterpart is None or ids(counterpart.body) == ids(article.body), article.path


def test_twins_link_to_the_same_places(bitpie: Site) -> None:
    for code in bitpie.written.codes:
        for id, page in bitpie.article_pages(code).items():
            links = [address.replace(f"/{code}/", "/") for address in page.links("article")]
            for other in bitpie.written.codes:
                counterpart = bitpie.article_pages(other)[id]
                theirs = [address.replace(f"/{other}/", "/") for address in counterpart.links("article")]
                assert Counter(links) == Counter(theirs), page.url


def test_every_article_has_three_to_six_questions_and_no_words_lead_to_two_articles(edited: Site) -> None:
    for code in edited.written.codes:
        asked: Counter[str] = Counter()
        for article in edited.written.articles(code).values():
            assert 3 <= len(article.head["questions"]) <= 6, article.path
            words = [*article.head["questions"], *article.head.get("search_phrases", [])]
            asked.update(" ".join(question.lower().split()) for question in words)
        assert [question for question, count in asked.items() if count > 1] == []


def test_no_title_and_no_summary_stands_twice_in_a_language(edited: Site) -> None:
    for code in edited.written.codes:
        for key in ("title", "summary"):
            counted = Counter(article.head[key] for article in edited.written.articles(code).values())
            assert [text for text, count in counted.items() if count > 1] == []


def test_the_settings_name_articles_that_every_language_has(bitpie: Site) -> None:
    settings = bitpie.written.settings
    named = [settings["contact_article"], settings["home"]["emergency"], *settings["home"]["popular_articles"]]
    for code in bitpie.written.codes:
        assert set(named) <= bitpie.written.articles(code).keys()


def test_the_build_of_the_content_warns_of_nothing(bitpie: Site) -> None:
    assert bitpie.stderr == ""
