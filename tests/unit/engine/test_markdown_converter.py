"""One converter for all pages makes what a new one for each page would."""

from __future__ import annotations

from typing import Any

import markdown
from built_site import ROOT

from handrail.engine import markdown_converter

TEXTS = [file.read_text("utf-8").split("---\n", 2)[2] for file in sorted((ROOT / "docs").glob("*/*/*.md"))]
MARKED = """Words. {.lead}

`code` and \\* and [link](a.md), ![picture](b.png), <a@b.example>, &copy;, *one* and __two__, two  \nlines

- [reference][]
- a<br>b

| *c* | d {.e} |
|-----|--------|
| f   | `g`    |

[reference]: c.md
"""


def options(*extensions: str) -> dict[str, Any]:
    return {
        "extensions": ["admonition", "attr_list", "def_list", "tables", "toc", "pymdownx.superfences", *extensions],
        "extension_configs": {},
    }


def both(text: str, *extensions: str) -> tuple[str, str]:
    given = options(*extensions)
    return markdown_converter.shared().Markdown(**given).convert(text), markdown.Markdown(**given).convert(text)


def test_pages_are_converted_as_by_a_new_converter_each() -> None:
    given, shared = options(), markdown_converter.shared()
    for text in [*TEXTS, MARKED, *TEXTS]:
        assert shared.Markdown(**given).convert(text) == markdown.Markdown(**given).convert(text)


def test_the_converter_is_made_once() -> None:
    shared = markdown_converter.shared()
    assert shared.Markdown(**options()) is shared.Markdown(**options())
    assert shared.Markdown(**options()) is not shared.Markdown(**options("footnotes"))


def test_every_mark_is_seen() -> None:
    ours, theirs = both(MARKED)
    assert ours == theirs
    assert all(f"<{tag}" in ours for tag in ("code", "a ", "img", "em", "strong", "br", "th class"))


def test_where_an_extension_looks_for_marks_of_its_own_it_finds_them() -> None:
    ours, theirs = both("See https://handrail.example/ now.", "pymdownx.magiclink")
    assert ours == theirs
    assert "<a " in ours


def test_what_comes_after_the_patterns_finds_the_words() -> None:
    ours, theirs = both('He said "HTML" -- in words.\n\n*[HTML]: Language', "smarty", "abbr")
    assert ours == theirs
    assert "<abbr" in ours
    assert "&ndash;" in ours
