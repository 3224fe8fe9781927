"""Markup that the site does not render is named, and ordinary text is not."""

from __future__ import annotations

import re

import pytest
from matching_texts import matching_texts

from handrail.markdown import foreign_markup, parser
from handrail.markdown.foreign_markup import found
from handrail.markdown.nodes import Misread


def named(text: str, first_line: int = 1) -> list[Misread]:
    return list(found(text, parser.parse(text, first_line), first_line))


@pytest.mark.parametrize(
    "text",
    [
        ":::warning",
        '{% hint style="info" %}',
        "Version {{ version }} is out.",
        "--8<-- 'file.md'",
        "This is ==important== here.",
        "Press ++ctrl+c++ now.",
        "Well done :tada: all.",
        "The sum $x$ of it.",
        "$$x^2$$",
        "See [[other page]].",
        "![[shot.png]]",
        "*[HTML]: Hyper Text",
        "[TOC]",
        '<Tabs groupId="os">',
        "| a | b |\n| c | d |",
        "请看[设置]（send-money.md）页面。",
        "看【设置】(send-money.md)。",
        "！[图](x.png)",
        "＃ 标题",
        "｜表｜头｜",
        "1.打开应用",
        "１. 打开应用",
        "＞ 引用",
        "＊＊重要＊＊",
    ],
)
def test_it_is_named_with_its_line(text: str) -> None:
    misread = named(f"Words.\n\n{text}\n", 10)
    assert misread, text
    assert misread[0].line == 12
    assert misread[0].fix


@pytest.mark.parametrize(
    "text",
    [
        "At 10:30:00 it costs $5 and then $6.",
        "C++ and D++ are languages.",
        "Version 1.5 of 2026.11.27; 1.5 BTC.",
        "a == b, and c == d",
        "`{{ code }}` and `:::`",
        "看看【公告】（2026 年）再说。",
        "Open https://example.org/a:b:c now.",
        "1. Open it.",
        "A ratio of 3:2:1 or 16:9.",
        "1.5.2 is a version.",
        "- `{% raw %}` in a list",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert named(text) == []


def test_text_that_an_admonition_leaves_out_is_named() -> None:
    """And none that belongs to it, or that an empty line parts from a box of a title alone."""
    assert [misread.line for misread in named('!!! note "Never"\n  Share it.\n', 10)] == [11]
    assert [misread.line for misread in named('- A\n\n    ??? note "Never"\n    Share it.\n')] == [4]
    for text in ('!!! note "Never"\n    Share it.\n', '!!! note "Never"\n\nShare it.\n', '!!! note "Never"\n'):
        assert named(text) == []


@pytest.mark.parametrize("row", foreign_markup._rows(), ids=lambda row: row["name"])
def test_the_sign_that_is_looked_for_first_is_in_everything_that_a_pattern_matches(row: dict[str, str]) -> None:
    texts = list(matching_texts(re.compile(row["pattern"])))
    assert texts
    assert [text for text in texts if not re.search(row["sign"], text)] == []
