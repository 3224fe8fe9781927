"""What people really type finds the article they need, as the site is published; what is off topic is told so."""

import json
from collections import Counter
from functools import cache

import pytest
from bs4 import BeautifulSoup
from built_site import ROOT, Writing, files, load
from js_modules import Modules

LEAST = {"": 200, "held_out_": 140}
"""Queries in each language, at least."""
WITHIN = 3
"""How far down the article may stand."""
FIRST = 0.9
"""The share of the queries whose article comes first."""
SHOWN = 5
"""Results that a failure names."""
CALLED_OFF_TOPIC = 0.5
"""The least share of the questions about something else that are told that nothing here answers them …"""
WRONGLY_CALLED = 0.02
"""… and the largest of the right answers that are called a guess."""
EMERGENCY = "phrase-stolen"

ASK = """async ({ queries, index, others }) => {
  const { open } = await import("/search/engine.js");
  const engine = await open(index, { others });
  const answers = [];
  for (const query of queries) {
    const { results, isWeak } = await engine.search(query);
    answers.push([results.map(({ id }) => id), isWeak || !results.length]);
  }
  return answers;
}"""

languages = pytest.mark.parametrize("language", ["zh", "en"])


@cache
def read(name):
    return load(ROOT / f"tests/queries/{name}.yml")


def right(one):
    return [one["article"], *one.get("also", [])]


@cache
def questions(language):
    """The questions of each article of a language, by its id."""
    heads = [document.head for document in Writing(ROOT / "mkdocs.yml").documents[language].values()]
    return {head["id"]: head["questions"] for head in heads if "questions" in head}


def told(misses):
    return "\n" + "\n".join(
        f"{one['query']!r} ({one['kind']}) should find {' or '.join(right(one))}: {', '.join(ids[:SHOWN]) or 'nothing'}"
        for one, (ids, _) in misses
    )


@pytest.fixture(scope="module")
def ask(site, tmp_path_factory):
    """Asks the engine, over the index that the site publishes: ids of results, and whether they are called a guess."""
    with Modules(tmp_path_factory.mktemp("modules")) as modules:
        for path, content in files(site.folder / "search").items():
            modules.put(f"search/{path}", content)

        def ask(language, queries):
            page = BeautifulSoup((site.folder / language / "index.html").read_text("utf-8"), "html.parser")
            settings = json.loads(page.find(id="search-settings").string)
            others = [{**other, "url": f"/{other['url']}"} for other in settings["others"]]
            known = {"queries": queries, "index": f"/{settings['index']}", "others": others}
            return modules.evaluate(ASK, known)

        yield ask


@pytest.fixture(scope="module")
def answers(ask):
    """The queries of a file, each with what the engine answers, asked once."""
    known = {}

    def answer(language, prefix=""):
        name = prefix + language
        if name not in known:
            queries = read(name)
            known[name] = list(zip(queries, ask(language, [one["query"] for one in queries]), strict=True))
        return known[name]

    return answer


def is_first(answer):
    one, (ids, _) = answer
    return bool(set(right(one)) & set(ids[:1]))


@languages
def test_every_query_finds_its_article_among_the_first(answers, language):
    missed = [(one, answer) for one, answer in answers(language) if not set(right(one)) & set(answer[0][:WITHIN])]
    assert not missed, told(missed)


@languages
def test_nearly_every_query_finds_its_article_first(answers, language):
    found = answers(language)
    missed = [answer for answer in found if not is_first(answer)]
    assert len(missed) <= (1 - FIRST) * len(found), f"{len(missed)} of {len(found)}{told(missed)}"


@languages
def test_most_questions_about_something_else_are_told_that_nothing_answers_them(ask, language):
    called = [is_guess for _, is_guess in ask(language, read("off_topic")[language])]
    assert sum(called) >= CALLED_OFF_TOPIC * len(called), f"{sum(called)} of {len(called)}"


@languages
def test_hardly_a_right_answer_is_called_a_guess(answers, language):
    first = [answer for prefix in LEAST for answer in answers(language, prefix) if is_first(answer)]
    called = [answer for answer in first if answer[1][1]]
    assert len(called) <= WRONGLY_CALLED * len(first), f"{len(called)} of {len(first)}{told(called)}"


@languages
def test_whose_coins_are_leaving_is_led_to_the_emergency_article_first(ask, language):
    queries = read("emergency")[language]
    assert len(queries) >= 24
    answers = zip(queries, ask(language, queries), strict=True)
    assert [query for query, (ids, is_guess) in answers if ids[:1] != [EMERGENCY] or is_guess] == []


@languages
def test_the_queries_are_many_different_and_about_every_article(language):
    for prefix, least in LEAST.items():
        queries = read(prefix + language)
        assert len(queries) >= least
        assert {id for one in queries for id in right(one)} <= questions(language).keys()
    assert questions(language).keys() == {one["article"] for one in read(language)}
    typed = Counter(one["query"] for prefix in LEAST for one in read(prefix + language))
    assert [query for query, count in typed.items() if count > 1] == []


@languages
def test_no_query_is_a_question_that_an_article_was_given(language):
    given = {question.casefold() for article in questions(language).values() for question in article}
    assert [
        one["query"] for prefix in LEAST for one in read(prefix + language) if one["query"].casefold() in given
    ] == []
