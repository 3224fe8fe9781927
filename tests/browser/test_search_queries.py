"""What people really type finds the article they need, in the browser, from the site as it is published."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]

LEAST = 200
"""Queries in each language, at least."""
WITHIN = 3
"""How far down the article may stand."""
FIRST = 0.9
"""The share of the queries whose article comes first."""
SHOWN = 5
"""Results that a failure names."""

ASK = """async (queries) => {
  const settings = JSON.parse(document.getElementById("search-settings").textContent);
  const address = (path) => new URL(settings.root + path, location.href).href;
  const { open } = await import(address(settings.engine));
  const others = settings.others.map(({ language, url }) => ({ language, url: address(url) }));
  const engine = await open(address(settings.index), { others });
  const found = [];
  for (const query of queries) found.push((await engine.search(query)).results.map(({ id }) => id));
  return found;
}"""

languages = pytest.mark.parametrize("language", ["zh", "en"])


def asked(language):
    return yaml.safe_load((ROOT / f"tests/queries/{language}.yml").read_text("utf-8"))


def right(one):
    return [one["article"], *one.get("also", [])]


def questions(language):
    """The questions of each article of a language, by its id."""
    heads = (file.read_text("utf-8").split("\n---\n")[0] for file in (ROOT / "docs" / language).glob("*/*.md"))
    articles = [yaml.safe_load(head) for head in heads]
    return {article["id"]: article["questions"] for article in articles}


def told(misses):
    return "\n" + "\n".join(
        f"{one['query']!r} ({one['kind']}) should find {' or '.join(right(one))}: {', '.join(ids[:SHOWN]) or 'nothing'}"
        for one, ids in misses
    )


@pytest.fixture(scope="session")
def answers(site, browser):
    """What the engine of the site finds for all queries of a language, asked once."""
    known = {}

    def answer(language):
        if language not in known:
            page = browser.new_page()
            page.goto(f"{site.url}{language}/")
            queries = asked(language)
            found = page.evaluate(ASK, [one["query"] for one in queries])
            page.close()
            known[language] = list(zip(queries, found, strict=True))
        return known[language]

    return answer


@languages
def test_every_query_finds_its_article_among_the_first(answers, language):
    missed = [(one, ids) for one, ids in answers(language) if not set(right(one)) & set(ids[:WITHIN])]
    assert not missed, told(missed)


@languages
def test_nearly_every_query_finds_its_article_first(answers, language):
    found = answers(language)
    missed = [(one, ids) for one, ids in found if not set(right(one)) & set(ids[:1])]
    assert len(missed) <= (1 - FIRST) * len(found), f"{len(missed)} of {len(found)}{told(missed)}"


@languages
def test_the_queries_are_many_different_and_about_every_article(language):
    queries = asked(language)
    assert len(queries) >= LEAST
    assert [query for query, count in Counter(one["query"] for one in queries).items() if count > 1] == []
    assert {id for one in queries for id in right(one)} <= questions(language).keys()
    assert questions(language).keys() == {one["article"] for one in queries}


@languages
def test_no_query_is_a_question_that_an_article_was_given(language):
    given = {question.casefold() for article in questions(language).values() for question in article}
    assert [one["query"] for one in asked(language) if one["query"].casefold() in given] == []
