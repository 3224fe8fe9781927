"""Readers never get the suppression comments that authors write for the check."""

from __future__ import annotations

from handrail.markdown.suppressions import blanked, removed

SUPPRESSION = "<!-- check: allow structure/alt-text: a decoration -->"


def test_a_suppression_is_removed_from_its_line() -> None:
    assert removed(f"![](a.png) {SUPPRESSION}\nText\n") == "![](a.png)\nText\n"


def test_a_line_that_holds_nothing_else_is_removed_with_it() -> None:
    assert removed(f"1. a\n{SUPPRESSION}\n2. b\n") == "1. a\n2. b\n"


def test_other_comments_stay() -> None:
    assert removed("a <!-- check this --> b") == "a <!-- check this --> b"
    assert removed("<!-- check: allowance -->") == "<!-- check: allowance -->"


def test_lines_keep_their_numbers_when_it_is_blanked() -> None:
    assert blanked(f"1. a\n{SUPPRESSION}\n2. b\n") == "1. a\n\n2. b\n"
