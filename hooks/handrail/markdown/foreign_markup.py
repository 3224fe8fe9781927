"""Finds markup of other generators, and slips of typing, that readers would see as it is: foreign_markup.yml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import yaml

from handrail.markdown.nodes import Admonition, Element, Html, Misread, Passage

_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_MARKERS = re.compile(r"^\s*(?:(?:[-*+>]|[0-9]+[.)])\s+)*")
"""The marks before the words of a list item or a quotation."""


def found(text: str, elements: Iterable[Element], first_line: int = 1) -> Iterator[Misread]:
    """Each in the passages and the HTML of `text`, which begins on `first_line`, once for a line and a kind."""
    lines, elements = text.split("\n"), list(elements)
    by_line = {number: element for element in elements for number in _lines(element, lines, first_line)}
    for number, element in sorted(by_line.items(), key=lambda item: item[0]):
        line = lines[number - first_line]
        if not _signs().search(line):
            continue
        line = _CODE.sub("…", _MARKERS.sub("", line))
        if isinstance(element, Passage) and element.kind == "cell":
            line = line.strip().strip("|")
        for pattern, name, fix in _patterns():
            if pattern.search(line):
                yield Misread(number, f"{name} is not rendered", fix)
    for element in elements:
        if isinstance(element, Admonition) and _leaves_text_out(*lines[element.line - first_line :][:2]):
            yield Misread(element.line + 1, "the text of an admonition is outside its box", "Indent it by four spaces.")


def _leaves_text_out(line: str, after: str = "") -> bool:
    """Whether the line below the first one of an admonition is text, and not indented as its own."""
    indent, own = (len(text) - len(text.lstrip()) for text in (line, after))
    return line.lstrip().startswith(("!!!", "???")) and bool(after.strip()) and own < indent + 4


def _lines(element: Element, lines: Sequence[str], first_line: int) -> range:
    """The lines of an element that holds words, code apart. Markdown takes a tag below them for attributes."""
    if not isinstance(element, Passage | Html):
        return range(0)
    end = element.line + element.text.rstrip("\n").count("\n") + 1
    after = "".join(lines[end - first_line : end - first_line + 1]).strip()
    return range(element.line, end + after.startswith("{%"))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((re.compile(row["pattern"]), row["name"], row["fix"]) for row in _rows())


@cache
def _signs() -> re.Pattern[str]:
    """Matches in each line that holds foreign markup, and in few others."""
    return re.compile("|".join(row["sign"] for row in _rows()))


@cache
def _rows() -> list[dict[str, str]]:
    rows: list[dict[str, str]] = yaml.safe_load(Path(__file__).with_name("foreign_markup.yml").read_text("utf-8"))
    return rows
