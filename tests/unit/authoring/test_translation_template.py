"""A translation begins with everything that must stay the same, and with gaps for its words."""

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
def test_a_line_keeps_its_form(line: str, expected: str) -> None:
    assert template(line).splitlines()[-1] == expected or template(line).splitlines()[0] == expected


def test_code_stays_as_it_is() -> None:
    assert template("Like this:\n\n~~~text\n# a - b\n~~~\n\nEnd.\n").endswith(
        f"{PLACEHOLDER}\n\n~~~text\n# a - b\n~~~\n\n{PLACEHOLDER}\n"
    )


def test_a_comment_in_the_original_does_not_end_the_comment_around_it() -> None:
    made = template("Text.\n<!-- Is it true? -->\n")
    assert made.count("-->") == 2
    assert "< !-- Is it true? -- >" in made


KINDS = (Heading, Link, Code, Admonition, Steps)


def shape(markdown: str) -> list[object]:
    found = [each for each in parser.parse(markdown) if isinstance(each, KINDS)]
    return [
        (type(each).__name__, getattr(each, "id", ""), getattr(each, "target", ""), getattr(each, "level", 0))
        for each in found
    ]


@pytest.mark.parametrize("name", ["bitpie", "lamplight", "three_languages"])
def test_every_article_and_the_start_of_its_translation_have_the_same_parts(name: str) -> None:
    articles = [
        each for code in Writing(CONFIGS[name]).codes for each in Writing(CONFIGS[name]).articles(code).values()
    ]
    assert articles
    for article in articles:
        assert shape(template(article.body)) == shape(article.body), article.path
