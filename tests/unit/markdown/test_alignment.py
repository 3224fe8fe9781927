"""What the site makes of a text gets its lines from the text; where the two differ, the author hears of it."""

from __future__ import annotations

import textwrap

import pytest
from check_contexts import converter

from handrail.markdown import parser, rendered
from handrail.markdown.alignment import aligned
from handrail.markdown.nodes import Element, Heading, Image, Link, Misread, Steps, Tag


def read(text: str) -> tuple[Element, ...]:
    text = textwrap.dedent(text)
    return aligned(text, parser.parse(text), rendered.elements(converter()(text)))


def misread(text: str) -> list[tuple[int, str]]:
    return [(element.line, element.what.split(" is ")[0]) for element in read(text) if isinstance(element, Misread)]


def test_what_both_take_alike_stands_on_its_line() -> None:
    text = """\
    Words and [a link](a.md).

    ## Steps {#steps}

    1. One, with ![an image](a.png).
    2. Two.
    """
    elements = read(text)
    assert [element for element in elements if isinstance(element, Misread)] == []
    assert [element for element in elements if isinstance(element, Link)] == [Link(1, "a link", "a.md")]
    assert [element for element in elements if isinstance(element, Heading)] == [Heading(3, 2, "Steps", "steps")]
    assert [element for element in elements if isinstance(element, Steps)] == [Steps(5, 2)]
    assert [element for element in elements if isinstance(element, Image)] == [Image(5, "an image", "a.png")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Words.\n\n[Claim](//evil.example/ now)\n", [(3, "a link")]),
        ("Words.\n\n![](no such picture.png)\n", [(3, "an image")]),
        ("- One\n\n      <input type='password'>\n\n- Two\n", [(3, "code")]),
        ("Words.\n\n```bash copy\n# not a heading\n```\n\nMore.\n", [(3, "code")]),
        ("3. three\n4. four\n", []),
        ("1. One\n\n```\ncode\n```\n\n2. Two\n", []),
        ("Text\n| a | b |\n| - | - |\n| 1 | 2 |\n", [(2, "a table")]),
        ("| a | b |\n| - | - |\n| 1 | 2 | 3 |\n", []),
        ("<!-- note --><script>steal()</script>\n", []),
    ],
    ids=lambda value: value.split("\n")[0][:20] if isinstance(value, str) else "",
)
def test_where_the_readings_differ_the_line_is_named(text: str, places: list[tuple[int, str]]) -> None:
    assert sorted(misread(text)) == sorted(places)


def test_rules_see_what_the_page_has_and_not_what_the_text_looks_like() -> None:
    elements = read("Words.\n\n[Claim](//evil.example/ now)\n")
    assert Link(3, "Claim", "//evil.example/ now") in elements


def test_html_behind_a_comment_is_seen() -> None:
    elements = read("Words.\n\n<!-- note --><script>steal()</script>\n")
    assert Tag(3, "script") in elements


def test_a_text_that_begins_further_down_keeps_its_lines() -> None:
    made = rendered.elements(converter()("[Claim](a b.md)"))
    elements = aligned("[Claim](a b.md)", parser.parse("[Claim](a b.md)", 12), made, 12)
    assert {element.line for element in elements} == {12}
