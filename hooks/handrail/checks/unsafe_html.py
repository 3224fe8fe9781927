"""Finds unsafe HTML: every tag and attribute that safety.yml does not allow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from handrail.checks.mentions import safety_data
from handrail.markdown.nodes import ATTRIBUTES, Element, Html, Passage

_TAG = re.compile(r"<\s*([a-zA-Z][\w:-]*)([^>]*)")
_ATTRIBUTE = re.compile(r"""([^\s"'=<>/]+)\s*=""")


def unsafe_html(elements: Iterable[Element]) -> Iterator[tuple[int, str]]:
    """What is unsafe, each with its line."""
    for line, text in _pieces(elements):
        yield from ((line, what) for what in _unsafe(text))


def _pieces(elements: Iterable[Element]) -> Iterator[tuple[int, str]]:
    """Everything that the site may render as HTML or attributes, with its line."""
    for element in elements:
        if isinstance(element, Html):
            yield from enumerate(element.text.split("\n"), element.line)
        elif isinstance(element, Passage):
            for part in element.parts:
                if part.kind == "text":
                    yield part.line, part.text


def _unsafe(text: str) -> Iterator[str]:
    if text.lstrip().startswith(("<!--", "-->")):
        return
    for match in _TAG.finditer(text):
        if match[1].lower() not in safety_data()["tags"]:
            yield f"the HTML tag <{match[1].lower()}> is not allowed"
        else:
            yield from (f"the attribute {name} is not allowed" for name in _forbidden(match[2]))
    for match in ATTRIBUTES.finditer(text):
        yield from (f"the attribute {name} is not allowed" for name in _forbidden(match[1]))


def _forbidden(attributes: str) -> Iterator[str]:
    for name in _ATTRIBUTE.findall(attributes):
        if name.lower() not in safety_data()["attributes"]:
            yield name.lower()
