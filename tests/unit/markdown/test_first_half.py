"""One conversion serves the rules and the page: whatever is kept or skipped, the HTML is that of Python-Markdown."""

from __future__ import annotations

from typing import Any

import markdown
import pytest
from built_site import ROOT
from check_contexts import converter

from handrail.content.markdown_file import DEEPEST
from handrail.markdown import first_half
from handrail.markdown.converter import Converter
from handrail.markdown.extensions import ALWAYS, EXTENSIONS
from handrail.markdown.first_half import FirstHalves
from handrail.markdown.quick_inline import STEP

KNOWN = [*ALWAYS, *EXTENSIONS]
TEXTS = [
    *(file.read_text("utf-8").split("\n---\n", 1)[-1] for file in sorted((ROOT / "docs").rglob("*.md"))),
    *("", " \n", "\n\n    code\n", "a  \nb", "***a** b* _c_ ~~d~~ ~e~", "`a``b` \\` \\*", "&amp; & &#38; <", "a * b"),
    *(
        "[a][b] ![c][d]\n\n[b]: e.md\n[d]: f.png",
        "<a@b.example> <https://c.example>",
        "a <b id=c>d</b> e",
        "![a](b.png)",
    ),
    *(
        "[^1] [^1]\n\n[^1]: *n*",
        "# a\n# a\n\n[TOC]",
        "# `a` *b*[^1]\n\n[^1]: c",
        "- [ ] a\n- [x] *b*\n\n1. c\n\n    d\n",
    ),
    *(
        '!!! note\n\n    *a*\n\n??? tip "b"\n\n    c',
        "> [!NOTE]\n> a",
        '=== "a"\n\n    b\n\n=== "c"\n\n    d',
        "a\n:   *b*",
    ),
    *(
        "```py\na = 1  # <b>\n```\n\n    *a*\n",
        "| a | b |\n|:--|--:|\n| *c* | `d` |",
        "\u2192 a\u0002b\u0003",
        "> " * DEEPEST + "a",
    ),
]


def plain(extensions: list[Any] = KNOWN) -> markdown.Markdown:
    return markdown.Markdown(extensions=extensions, extension_configs=EXTENSIONS)


def html(md: markdown.Markdown, text: str) -> tuple[str, Any]:
    """The HTML of a text, and the headings that an engine asks for afterwards."""
    return md.reset().convert(text.lstrip("\n")), getattr(md, "toc_tokens", None) if text.strip() else None


def test_what_goes_on_from_a_first_half_gives_the_same_html_and_headings() -> None:
    halves, whole = FirstHalves(), plain()
    convert, resumed = Converter(KNOWN, EXTENSIONS, halves), plain([*KNOWN, halves])
    for text in TEXTS:
        expected = html(whole, text)
        assert convert(text) == expected[0], text
        assert html(resumed, text) == expected, text
        assert html(resumed, text) == expected, f"again, now that it is used: {text}"


def test_a_first_half_is_used_and_only_once(monkeypatch: pytest.MonkeyPatch) -> None:
    halves = FirstHalves()
    Converter(KNOWN, EXTENSIONS, halves)("*a*")
    resumed, parsed = plain([*KNOWN, halves]), list[str]()
    parse = resumed.parser.parseDocument
    monkeypatch.setattr(resumed.parser, "parseDocument", lambda lines: parsed.append("") or parse(lines))
    assert [resumed.reset().convert("*a*"), len(parsed)] == ["<p><em>a</em></p>", 0]
    assert [resumed.reset().convert("*a*"), len(parsed)] == ["<p><em>a</em></p>", 1]


def test_another_process_can_learn_them() -> None:
    here, there = FirstHalves(), FirstHalves()
    Converter(KNOWN, EXTENSIONS, there)("*a*")
    taken = there.taken()
    here.learn(taken)
    assert here.taken() == taken
    assert taken
    assert not there.taken()


def test_html_of_an_author_is_read_by_the_engine_itself() -> None:
    """It notes the ids in it, so that links to them are known to lead somewhere."""
    halves = FirstHalves()
    Converter(KNOWN, EXTENSIONS, halves)("a <b id=c>d</b>")
    assert not halves.taken()


def test_extensions_that_are_not_known_are_converted_as_they_were() -> None:
    for extension in ("smarty", "pymdownx.caret", "abbr", "pymdownx.betterem"):
        halves = FirstHalves()
        convert, whole = Converter([*KNOWN, extension], EXTENSIONS, halves), plain([*KNOWN, extension])
        text = 'a "b" ^^c^^ ___d___ _e_\n\n*[b]: f\n'
        assert convert(text) == whole.convert(text)
        assert not halves.taken()
    assert not first_half.is_known(["tables"])


def test_texts_without_marks_are_passed_where_all_patterns_are_known() -> None:
    quick, slow = (
        Converter(names, EXTENSIONS)._markdown.treeprocessors[STEP] for names in (KNOWN, [*KNOWN, "pymdownx.caret"])
    )
    assert type(quick) is not type(slow)


def test_every_kind_of_mark_is_looked_for() -> None:
    """Each alone in a text, as the look before the step must not pass it."""
    whole = plain()
    for text in (
        "`a`",
        "\\*",
        "[a](b)",
        "![a](b)",
        "<https://a.example>",
        "<a@b.example>",
        "a  \nb",
        "a<br>b",
        "&lt;",
        "*a*",
        "_a_",
        "~~a~~",
        "x[^1]\n\n[^1]: y",
    ):
        assert converter()(text) == whole.reset().convert(text)
