"""The guides of the wallet: the same graph in every language, short, and known by the articles that they lead to."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_site import CONFIGS, ROOT
from factories import help_center

from handrail.center.help_center import HelpCenter


@pytest.fixture(scope="module")
def center() -> HelpCenter:
    return help_center(CONFIGS["bitpie"].parent)


def test_the_guides_of_the_wallet_are_the_same_graph_in_every_language(center: HelpCenter) -> None:
    assert center.guides
    graphs = {
        code: [
            (id, step.question.id, edition.lead_url(written, step.lead).removeprefix(edition.home))
            for id, written in center.guides.items()
            for step in written.all_steps
        ]
        for code, edition in center.editions.items()
    }
    assert len({tuple(graph) for graph in graphs.values()}) == 1


def test_no_path_of_them_asks_more_than_six_questions(center: HelpCenter) -> None:
    lengths = {id: max(len(path) for path in written.paths) for id, written in center.guides.items()}
    assert set(lengths) == {file.stem for file in Path(ROOT, "docs/data/guides").glob("*.yml")}
    assert max(lengths.values()) <= 6, lengths


def test_an_article_is_led_back_to_the_guide_with_most_ways_to_it(center: HelpCenter) -> None:
    articles = center.default_edition.articles
    guides = {id: center.guide_to(articles[id]) for id in ("phrase-stolen", "recognise-fake-support", "inheritance")}
    assert {id: found.id if found else "" for id, found in guides.items()} == {
        "phrase-stolen": "strange",
        "recognise-fake-support": "support",
        "inheritance": "",
    }
