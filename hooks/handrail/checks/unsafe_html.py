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

from handrail.markdown import rendered
from handrail.markdown.nodes import ATTRIBUTES, Element, Html, Passage, Tag
from handrail.schema.problem import ContentError, Problem

_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_TAG = re.compile(r"<\s*([a-zA-Z][\w:-]*)([^>]*)")
_TEMPLATE_TAG = re.compile(r"\{%(.*?)%\}")
_ATTRIBUTE = re.compile(r"""([^\s"'=<>/]+)\s*=""")


def unsafe_html(elements: Iterable[Element]) -> Iterator[tuple[int, str]]:
    """What is unsafe in what an author typed, and then in what the site makes of it, each with its line."""
    elements = list(elements)
    typed = [(line, what) for line, text in _pieces(elements) for what in _unsafe(text)]
    yield from typed
    known = {what for _, what in typed}
    known |= {_not_allowed(name) for _, text in _pieces(elements) for name in _of_template_tags(text)}
    for tag in elements:
        if isinstance(tag, Tag) and f"the HTML tag <{tag.name}> is not allowed" not in known:
            yield from ((tag.line, what) for what in _unsafe_on_page(tag) if what not in known)


def _of_template_tags(text: str) -> Iterator[str]:
    """The attributes that a tag of a template language is taken for, which structure/misread names as what it is."""
    for match in _TEMPLATE_TAG.finditer(text):
        yield from ("_", *(word.lower() for word in match[1].split() if "=" not in word))


def _not_allowed(attribute: str) -> str:
    return f"the attribute {attribute} is not allowed"


def require_safe(html: str, path: str) -> None:
    """Stop a build whose page at `path` has HTML that no page may have, whoever wrote it. Raises ContentError."""
    different = dict.fromkeys((tag.name, tag.attributes) for tag in rendered.tags(html))
    tags = (Tag(0, *described) for described in different)
    found = dict.fromkeys(what for tag in tags for what in _unsafe_on_page(tag, is_finished=True))
    if found:
        raise ContentError([Problem(path, 0, what, "Use Markdown; `check` names the line.") for what in found])


def _unsafe_on_page(tag: Tag, is_finished: bool = False) -> Iterator[str]:
    """What is unsafe in an element; where the page is finished, the site's own additions are not."""
    allowed = _allowed(is_finished).get(tag.name)
    if allowed is None:
        yield f"the HTML tag <{tag.name}> is not allowed"
        return
    for name, value in tag.attributes:
        patterns = allowed.get(name, ())
        words = value.split() if name == "class" else [value]
        if not patterns:
            yield _not_allowed(name)
        elif not all(any(pattern.fullmatch(word) for pattern in patterns) for word in words):
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
    return (_not_allowed(name) for name in names if name not in allowed)


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("html.yml").read_text("utf-8"))
    return loaded


@cache
def _allowed(is_finished: bool = False) -> Mapping[str, Mapping[str, tuple[re.Pattern[str], ...]]]:
    """By tag, the attributes it may have, each with the patterns that its value may match."""
    lists = [_data()["tags"], *([_data()["added"]] if is_finished else [])]
    allowed = {tag: {name: [value] for name, value in _data()["everywhere"].items()} for tag in _data()["tags"]}
    for listed in lists:
        for tag, attributes in listed.items():
            for name, value in attributes.items():
                allowed[tag].setdefault(name, []).append(value)
    return {
        tag: {name: tuple(re.compile(value, re.DOTALL) for value in values) for name, values in attributes.items()}
        for tag, attributes in allowed.items()
    }
