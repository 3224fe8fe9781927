"""HTML that may do harm: every tag and attribute that rules/safety.yml does not allow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from handrail.checks.mentions import told
from handrail.markdown.nodes import ATTRIBUTES, Element, Html, Passage

_TAG = re.compile(r"<\s*([a-zA-Z][\w:-]*)([^>]*)")
_ATTRIBUTE = re.compile(r"""([^\s"'=<>/]+)\s*=""")


def found(elements: Iterable[Element]) -> Iterator[tuple[int, str]]:
    """What it is, each with its line."""
    for line, text in _pieces(elements):
        yield from ((line, what) for what in _unsafe(text))


def _pieces(elements: Iterable[Element]) -> Iterator[tuple[int, str]]:
    """Everything that the site may take for HTML or for attributes, with its line."""
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
        if match[1].lower() not in told()["tags"]:
            yield f"the HTML tag <{match[1].lower()}>"
        else:
            yield from (f"the attribute {name}" for name in _forbidden(match[2]))
    for match in ATTRIBUTES.finditer(text):
        yield from (f"the attribute {name}" for name in _forbidden(match[1]))


def _forbidden(attributes: str) -> Iterator[str]:
    for name in _ATTRIBUTE.findall(attributes):
        if name.lower() not in told()["attributes"]:
            yield name.lower()
