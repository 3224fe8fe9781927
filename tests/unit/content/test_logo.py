"""The mark: what may be in it, and how it is handed out."""

from __future__ import annotations

import pytest

from handrail.content.logo import read
from handrail.schema.source import Source

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="9" fill="currentColor">
  <path d="M0 0h8v8"/>
</svg>"""


def problems(text: str) -> list[str]:
    found, wrong = read(Source("docs/data/logo.svg", text))
    assert (found is None) == bool(wrong)
    return [str(problem) for problem in wrong]


def test_a_mark_is_handed_out_without_its_size_and_namespace() -> None:
    mark, _ = read(Source("logo.svg", SVG))
    assert mark
    assert mark.inside(("class", "mark")) == (
        '<svg class="mark" viewBox="0 0 8 8" fill="currentColor"><path d="M0 0h8v8"/></svg>'
    )


def test_a_site_without_one_has_the_one_of_the_generator() -> None:
    mark, wrong = read(None)
    assert mark
    assert not wrong
    assert 'stroke="currentColor"' in mark.drawing


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<svg", ":1: the logo is not an SVG drawing. Save it as plain SVG."),
        ("<svg/>", ":1: the logo is not an SVG drawing. It begins with <svg xmlns="),
        (SVG.replace("0 0 8 8", "0 0 8 9"), ":1: the logo has no square viewBox. Write it as in"),
        (SVG.replace("path d", "script d"), ":2: the logo holds <script>. "),
        (SVG.replace("path d", 'path onload="x" d'), ":2: the logo has the attribute 'onload'. Delete it"),
        (SVG.replace("path d", 'path style="x:y" d'), ":2: the logo has the attribute 'style'. Delete it"),
    ],
)
def test_what_a_mark_cannot_hold_is_named_with_its_line(text: str, message: str) -> None:
    [problem] = problems(text)
    assert problem.startswith(f"docs/data/logo.svg{message}")
