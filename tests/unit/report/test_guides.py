"""A guide as a graph: what its questions and ends are, which answers lead where, how long its paths are."""

from __future__ import annotations

from built_site import SITES
from factories import help_center

from handrail.report.guides import guides


def test_a_guide_has_its_questions_its_ends_the_answers_between_and_its_paths() -> None:
    folder = SITES / "orchard"
    (guide,) = guides(help_center(folder), folder / "docs")
    assert {node.id: (node.kind, node.depth, node.url) for node in guide.nodes} == {
        "sent": ("question", 0, "en/guide/missing-money/"),
        "shown": ("question", 1, "en/guide/missing-money/shown/"),
        "contact#payment": ("contact", 2, "en/support/"),
        "send-money": ("article", 2, "en/pay/send-money/"),
        "money-missing": ("article", 2, "en/pay/money-missing/"),
    }
    assert [(answer.start, answer.end, answer.texts["zh"], answer.knows) for answer in guide.answers] == [
        ("sent", "shown", "是", True),
        ("shown", "contact#payment", "有", True),
        ("shown", "send-money", "没有", True),
        ("shown", "money-missing", "不知道", False),
        ("sent", "money-missing", "不是", True),
        ("sent", "shown", "不知道", False),
    ]
    assert guide.lengths == {1: 1, 2: 6, 3: 0, 4: 0, 5: 0, 6: 0, 7: 0}
    assert guide.nodes[2].texts["zh"] != guide.nodes[2].texts["en"]
