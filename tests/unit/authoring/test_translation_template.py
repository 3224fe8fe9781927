"""The template of a translation has everything that must stay the same, and placeholders for the words."""

from __future__ import annotations

import pytest
from built_site import CONFIGS, Writing

from handrail.authoring.translation_template import PLACEHOLDER, template
from handrail.markdown import parser
from handrail.markdown.nodes import Admonition, Code, Heading, Link, Steps


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Words only.", PLACEHOLDER),
        ("1. **Do not send again.**", f"1. {PLACEHOLDER}"),
        ("    - See [fees](fees.md) first.", f"    - {PLACEHOLDER} [{PLACEHOLDER}](fees.md) {PLACEHOLDER}"),
        ("Copy `TxID`", f"{PLACEHOLDER} `TxID`"),
        ("`TxID`", "`TxID`"),
        ("![a lamp](lamp.png){width=40}", f"![{PLACEHOLDER}](lamp.png) {{width=40}}"),
        ('!!! warning "Never"', f'!!! warning "{PLACEHOLDER}"'),
        ("!!! note", "!!! note"),
        ("| Sign | Meaning |", f"| {PLACEHOLDER} | {PLACEHOLDER} |"),
        ("| --- | --: |", "| --- | --: |"),
        ("## 做这几步 {#steps}", f"## {PLACEHOLDER} {{#steps}}"),
    ],
)
def test_a_line_keeps_its_markup(line: str, expected: str) -> None:
    assert template(line).splitlines()[-1] == expected or template(line).splitlines()[0] == expected


def test_code_is_kept() -> None:
    assert template("Like this:\n\n~~~text\n# a - b\n~~~\n\nEnd.\n").endswith(
        f"{PLACEHOLDER}\n\n~~~text\n# a - b\n~~~\n\n{PLACEHOLDER}\n"
    )


def test_a_comment_in_the_original_does_not_end_the_comment_around_it() -> None:
    text = template("Text.\n<!-- Is it true? -->\n")
    assert text.count("-->") == 2
    assert "< !-- Is it true? -- >" in text


KINDS = (Heading, Link, Code, Admonition, Steps)


def structure(markdown: str) -> list[object]:
    nodes = [node for node in parser.parse(markdown) if isinstance(node, KINDS)]
    return [
        (type(node).__name__, getattr(node, "id", ""), getattr(node, "target", ""), getattr(node, "level", 0))
        for node in nodes
    ]


@pytest.mark.parametrize("name", ["bitpie", "lamplight", "three_languages"])
def test_every_article_and_the_template_of_its_translation_have_the_same_structure(name: str) -> None:
    articles = [
        article for code in Writing(CONFIGS[name]).codes for article in Writing(CONFIGS[name]).articles(code).values()
    ]
    assert articles
    for article in articles:
        assert structure(template(article.body)) == structure(article.body), article.path
