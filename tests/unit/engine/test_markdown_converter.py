"""One converter for all pages makes what a new one for each page would."""

from __future__ import annotations

from typing import Any

import markdown
from built_site import ROOT

from handrail.engine import markdown_converter

TEXTS = [file.read_text("utf-8").split("---\n", 2)[2] for file in sorted((ROOT / "docs").glob("*/*/*.md"))]
STATEFUL = "A[^1] and [b][]. {.lead}\n\n*[HTML]: Language\n\n[^1]: Note.\n\n[b]: c.md\n"
"""What a converter remembers of a page: references, footnotes, abbreviations."""


def options(*extensions: str) -> dict[str, Any]:
    return {
        "extensions": ["admonition", "attr_list", "def_list", "tables", "toc", "pymdownx.superfences", *extensions],
        "extension_configs": {},
    }


def test_pages_are_converted_as_by_a_new_converter_each() -> None:
    given, shared = options("footnotes", "abbr"), markdown_converter.shared()
    for text in [*TEXTS, STATEFUL, "HTML and [b][].", *TEXTS]:
        assert shared.Markdown(**given).convert(text) == markdown.Markdown(**given).convert(text)


def test_the_converter_is_made_once() -> None:
    shared = markdown_converter.shared()
    assert shared.Markdown(**options()) is shared.Markdown(**options())
    assert shared.Markdown(**options()) is not shared.Markdown(**options("footnotes"))
