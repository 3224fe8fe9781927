"""Finds HTML that an article may not have: every tag and attribute that html.yml does not list.

The check names it on its line, and the build refuses to publish it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from handrail.markdown.nodes import ATTRIBUTES, Element, Html, Passage, Tag

_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_TAG = re.compile(r"<\s*([a-zA-Z][\w:-]*)([^>]*)")
_ATTRIBUTE = re.compile(r"""([^\s"'=<>/]+)\s*=""")


def unsafe_html(elements: Iterable[Element]) -> Iterator[tuple[int, str]]:
    """What is unsafe in what an author typed, and then in what the site makes of it, each with its line."""
    elements = list(elements)
    typed = [(line, what) for line, text in _pieces(elements) for what in _unsafe(text)]
    yield from typed
    known = {what for _, what in typed}
    for tag in elements:
        if isinstance(tag, Tag) and f"the HTML tag <{tag.name}> is not allowed" not in known:
            yield from ((tag.line, what) for what in _unsafe_on_page(tag) if what not in known)


def on_page(elements: Iterable[Element]) -> Iterator[str]:
    """What is unsafe on the page, whoever wrote it."""
    return (what for tag in elements if isinstance(tag, Tag) for what in _unsafe_on_page(tag))


def _unsafe_on_page(tag: Tag) -> Iterator[str]:
    allowed = _allowed().get(tag.name)
    if allowed is None:
        yield f"the HTML tag <{tag.name}> is not allowed"
        return
    for name, value in tag.attributes:
        if name not in allowed:
            yield f"the attribute {name} is not allowed"
        elif not all(allowed[name].fullmatch(word) for word in (value.split() if name == "class" else [value])):
            yield f"the attribute {name} with '{value}' is not allowed"


def _pieces(elements: Iterable[Element]) -> Iterator[tuple[int, str]]:
    """Everything that the site may render as HTML or attributes, with its line."""
    for element in elements:
        if isinstance(element, Html):
            text = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), element.text)
            yield from enumerate(text.split("\n"), element.line)
        elif isinstance(element, Passage):
            for part in element.parts:
                if part.kind == "text":
                    yield part.line, part.text


def _unsafe(text: str) -> Iterator[str]:
    for match in _TAG.finditer(text):
        if match[1].lower() not in _data()["typed"]:
            yield f"the HTML tag <{match[1].lower()}> is not allowed"
        else:
            yield from _forbidden(match[2], _allowed()[match[1].lower()])
    for match in ATTRIBUTES.finditer(text):
        yield from _forbidden(match[1], {name for attributes in _allowed().values() for name in attributes})


def _forbidden(attributes: str, allowed: Iterable[str]) -> Iterator[str]:
    names = (name.lower() for name in _ATTRIBUTE.findall(attributes))
    return (f"the attribute {name} is not allowed" for name in names if name not in allowed)


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("html.yml").read_text("utf-8"))
    return loaded


@cache
def _allowed() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    """By tag, the attributes it may have, each with the pattern of its value."""
    return {
        tag: {name: re.compile(pattern, re.DOTALL) for name, pattern in {**_data()["everywhere"], **attributes}.items()}
        for tag, attributes in _data()["tags"].items()
    }
