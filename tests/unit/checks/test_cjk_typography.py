"""Spaces between Han and Latin characters, as conventions set them."""

from __future__ import annotations

from handrail.checks.cjk_typography import slips


def test_a_compact_table_is_as_right_as_a_wide_one() -> None:
    assert slips("|表头|值|\n|-|-|\n|甲|1|\n") == ()
    (slip,) = slips("|表头|值|\n|-|-|\n|甲abc|1|\n", 5)
    assert (slip.line, slip.is_space, "甲 abc" in slip.new) == (7, True, True)
