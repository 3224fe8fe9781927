"""Readers never get what authors say to the check."""

from __future__ import annotations

from handrail.markdown.suppressions import blanked, removed

SILENCE = "<!-- check: allow shape/alt-text: a decoration -->"


def test_a_silence_is_taken_out_of_its_line() -> None:
    assert removed(f"![](a.png) {SILENCE}\nText\n") == "![](a.png)\nText\n"


def test_a_line_that_holds_nothing_else_goes_with_it() -> None:
    assert removed(f"1. a\n{SILENCE}\n2. b\n") == "1. a\n2. b\n"


def test_other_comments_stay() -> None:
    assert removed("a <!-- check this --> b") == "a <!-- check this --> b"
    assert removed("<!-- check: allowance -->") == "<!-- check: allowance -->"


def test_lines_stay_where_they_are_when_it_is_blanked() -> None:
    assert blanked(f"1. a\n{SILENCE}\n2. b\n") == "1. a\n\n2. b\n"
