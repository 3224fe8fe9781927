"""The alignment of table cells, which a policy lets no style attribute say."""

from __future__ import annotations

import pytest

from handrail.pages.table_alignment import without_inline_styles


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<td style="text-align: right;">', '<td class="align-end">'),
        ('<th style="text-align: center;">', '<th class="align-center">'),
        ('<td style="text-align: left;">', '<td class="align-start">'),
        ('<td class="sum" style="text-align: right;">', '<td class="align-end sum">'),
        ('<td id="a" style="text-align: right;" class="sum">', '<td id="a" class="align-end sum">'),
        ("<td>", "<td>"),
    ],
)
def test_the_alignment_of_a_cell_becomes_a_class(cell: str, expected: str) -> None:
    assert without_inline_styles(f"<tr>{cell}1</tr>") == f"<tr>{expected}1</tr>"


def test_tables_as_the_markdown_library_writes_them_keep_no_style() -> None:
    import markdown

    html = markdown.markdown("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n", extensions=["tables"])
    assert html.count("style=") == 6
    made = without_inline_styles(html)
    assert "style=" not in made
    assert made.count("align-end") == 2
