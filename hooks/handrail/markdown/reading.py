"""An article read as its readers get it: what the site makes of the Markdown, with the lines its author wrote."""

from __future__ import annotations

from collections.abc import Sequence

from handrail.markdown import alignment, foreign_markup, rendered
from handrail.markdown.nodes import Element


def read(text: str, written: Sequence[Element], html: str, first_line: int = 1) -> tuple[Element, ...]:
    """The elements of Markdown `text`, which begins on `first_line`, which the parser reads as `written`, and of which
    the site makes `html`. Where the page does not show what the text looks like, a `Misread` says so.
    """
    foreign = foreign_markup.found(text, written, first_line)
    return alignment.aligned(text, (*written, *foreign), rendered.elements(html), first_line)
