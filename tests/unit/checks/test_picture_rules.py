"""What no planted mistake can show of the rules for pictures: a file of many bytes, and what is said of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_site import SITES
from check_contexts import context_of
from planted_mistakes import case, valid

from handrail.checks.rules import pictures
from handrail.checks.runner import run

PAGE = "docs/en/reach/reach-orchard.md"


def test_a_picture_of_many_bytes_is_named_where_it_is_shown(tmp_path: Path) -> None:
    files = valid()
    files[PAGE] += "\n![A tree](../../images/tree.jpg)\n"
    files["docs/images/tree.jpg"] = "x" * pictures.MOST_BYTES
    assert run(context_of(tmp_path, files), pictures.RULES) == []
    files["docs/images/tree.jpg"] += "x"
    (finding,) = run(context_of(tmp_path, files), pictures.RULES)
    line = files[PAGE].count("\n")
    assert str(finding.problem) == (
        f"{PAGE}:{line}: the picture images/tree.jpg has 1,000,001 bytes, more than 1,000,000. "
        "Crop it, make it smaller, or save it as WebP."
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "a_drawing_of_too_many_pixels",
            "the picture images/tree.svg has 4,001 by 10 pixels, more than 4,000. Crop it, or make it smaller.",
        ),
        (
            "a_picture_of_another_language",
            "the picture en/images/tree.png is that of another language, 'en'. "
            "Add docs/zh/images/tree.png, and show that.",
        ),
        (
            "a_screenshot_with_words_that_one_language_lacks",
            "the picture images/tree.png shows words, and has no version in 'en'. Add docs/en/images/tree.png.",
        ),
        (
            "a_drawing_whose_words_are_no_data",
            "the drawing images/tree.svg says 'Apples' in every language. "
            'List its words in docs/data/pictures.yml, or write <text translate="no">.',
        ),
    ],
)
def test_a_problem_says_what_to_do(name: str, message: str, tmp_path: Path) -> None:
    planted = case(SITES / f"planted/pictures/{name}.yml")
    first, *_ = run(context_of(tmp_path, planted.files), pictures.RULES)
    assert str(first.problem).partition(": ")[2] == message
