"""Markup of other generators, and slips of typing, that readers would see as signs: foreign_markup.yml lists them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import yaml

from handrail.markdown.nodes import Element, Html, Misread, Passage

_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_MARKERS = re.compile(r"^\s*(?:(?:[-*+>]|[0-9]+[.)])\s+)*")
"""What stands before the words of an item or a quotation."""


def found(text: str, elements: Iterable[Element], first_line: int = 1) -> Iterator[Misread]:
    """Each of them in the passages and the HTML of `text`, which begins on `first_line`, once a line and kind."""
    lines = text.split("\n")
    kinds = {number: element for element in elements for number in _lines(element)}
    for number, element in sorted(kinds.items(), key=lambda item: item[0]):
        line = _CODE.sub("…", _MARKERS.sub("", lines[number - first_line]))
        if isinstance(element, Passage) and element.kind == "cell":
            line = line.strip().strip("|")
        for pattern, say, fix in _listed():
            if pattern.search(line):
                yield Misread(number, f"{say}, which the site does not render", fix)


def _lines(element: Element) -> range:
    """The lines on which words stand that are no code."""
    if isinstance(element, Passage | Html):
        return range(element.line, element.line + element.text.rstrip("\n").count("\n") + 1)
    return range(0)


@cache
def _listed() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    rows = yaml.safe_load(Path(__file__).with_name("foreign_markup.yml").read_text("utf-8"))
    return tuple((re.compile(row["pattern"]), row["say"], row["fix"]) for row in rows)
