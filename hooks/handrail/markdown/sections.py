"""Cuts an article into sections, from one heading to the next, so that translations can be compared part by part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from handrail.markdown.nodes import Element, Heading

Kind = TypeVar("Kind", bound=Element)


@dataclass(frozen=True)
class Section:
    """`id` is its heading's, empty for what comes before the first heading. `line` is where it begins."""

    id: str
    line: int
    elements: tuple[Element, ...]

    def all(self, kind: type[Kind]) -> list[Kind]:
        return [element for element in self.elements if isinstance(element, kind)]


def sections(elements: Iterable[Element], first_line: int) -> list[Section]:
    """The sections in order, the one before the first heading included, even where it is empty."""
    id, line, content = "", first_line, list[Element]()
    complete = []
    for element in elements:
        if isinstance(element, Heading):
            complete.append(Section(id, line, tuple(content)))
            id, line, content = element.id, element.line, []
        else:
            content.append(element)
    return [*complete, Section(id, line, tuple(content))]
