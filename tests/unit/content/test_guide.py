"""A guide is a graph of questions that no reader can get lost in; its mistakes are named by their lines."""

from __future__ import annotations

from textwrap import dedent

import pytest
from built_site import SITES
from factories import help_center

from handrail.content import guide
from handrail.content.guide import Guide
from handrail.schema.source import Source

HEAD = """\
title: {en: A guide}
summary: {en: It helps.}
asked: {en: [help]}
questions:
"""


def read(questions: str) -> tuple[Guide | None, list[str]]:
    source = Source("docs/data/guides/lamp.yml", HEAD + dedent(questions))
    found, problems = guide.read("lamp", source, ("en",), set())
    return found, [str(problem) for problem in problems]


def ends(questions: str) -> list[str]:
    """The numbers of the answers on each path, and where its last one leads."""
    found, problems = read(questions)
    assert found, problems
    return [
        f"{' '.join(str(step.number) for step in path)} {path[-1].lead.question or path[-1].lead.article}"
        for path in found.paths
    ]


def test_each_path_leads_from_the_first_question_to_an_end() -> None:
    questions = """
    - id: light
      text: {en: Does it light?}
      answers:
        - {text: {en: "Yes"}, article: done}
        - {text: {en: "No"}, question: plug}
      unsure: {question: plug}
    - id: plug
      text: {en: Is it plugged in?}
      answers:
        - {text: {en: "Yes"}, article: bulb}
    """
    assert ends(questions) == ["0 done", "1 0 bulb", "2 0 bulb"]


def test_a_path_stops_where_it_goes_wrong() -> None:
    questions = """
    - id: light
      text: {en: Does it light?}
      answers:
        - {text: {en: "Yes"}, question: light}
        - {text: {en: "No"}, question: plug}
    """
    assert ends(questions) == ["0 light", "1 plug"]
    chain = "".join(
        f'- id: q{number}\n  text: {{en: More?}}\n  answers: [{{text: {{en: "Yes"}}, question: q{number + 1}}}]\n'
        for number in range(20)
    )
    assert ends(chain) == [f"{' '.join('0' * (guide.LONGEST + 1))} q{guide.LONGEST + 1}"]


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("{text: {en: Done}}", "leads to nothing. Name one question, article or contact."),
        (
            "{text: {en: Done}, article: a, contact: b}",
            "leads to article and contact. Name one question, article or contact.",
        ),
        ("{text: {en: Done}, contact: b, section: c}", "a section of no article. Name the article as well."),
    ],
)
def test_an_answer_leads_to_one_place(answer: str, message: str) -> None:
    found, problems = read(f"- id: light\n  text: {{en: Does it light?}}\n  answers:\n    - {answer}\n")
    assert (found, problems) == (None, [f"docs/data/guides/lamp.yml:8: {message}"])


def test_an_article_is_led_back_to_the_guide_that_leads_to_it() -> None:
    center = help_center(SITES / "orchard")
    articles = center.default_edition.articles
    found = {id: center.guide_to(article) for id, article in articles.items()}
    assert {id for id, guide in found.items() if guide and guide.id == "missing-money"} >= {"money-missing"}
    assert found["reach-orchard"] is None
