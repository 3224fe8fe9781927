"""The articles that the contact form suggests for what readers of a wallet really ask."""

import pytest
import yaml
from built_site import ROOT
from factories import help_center
from nearest_articles import NEAR

from handrail.contact.contact_form import ContactForm

PLAIN = ("question", "word", "mixed", "foreign", "error", "panic")
"""The kinds of queries that pages have words for: not pinyin, dialects and slang, which the form does without."""


@pytest.mark.parametrize(("code", "least"), [("zh", 0.82), ("en", 0.78)])
def test_most_questions_have_their_article_among_the_four_beside_the_description(modules, code, least):
    """Without a network and without an index; the search itself does better."""
    journey = ContactForm(help_center(ROOT), help_center(ROOT).editions[code])
    articles = [
        {
            "id": one.id,
            "title": one.title,
            "url": "",
            "types": one.front_matter.issue_types,
            "summary": one.summary,
            "questions": one.front_matter.questions,
        }
        for one in journey.known
    ]
    queries = yaml.safe_load((ROOT / f"tests/queries/{code}.yml").read_text("utf-8"))
    asked = [query for query in queries if query["kind"] in PLAIN]
    found = modules.evaluate(NEAR, [articles, journey.glossary, [one["query"] for one in asked]])
    right = sum(one["article"] in near for one, near in zip(asked, found, strict=True))
    assert right / len(asked) >= least
