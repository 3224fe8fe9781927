"""A stretch of a page: the elements from one heading to the next. Twins are held against each other by them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from handrail.markdown.nodes import Element, Heading

Kind = TypeVar("Kind", bound=Element)


@dataclass(frozen=True)
class Section:
    """`id` is its heading's, empty for what stands before the first one. `line` is where it begins."""

    id: str
    line: int
    elements: tuple[Element, ...]

    def all(self, kind: type[Kind]) -> list[Kind]:
        return [element for element in self.elements if isinstance(element, kind)]


def sections(elements: Iterable[Element], first_line: int) -> list[Section]:
    id, line, held = "", first_line, list[Element]()
    found = []
    for element in elements:
        if isinstance(element, Heading):
            found.append(Section(id, line, tuple(held)))
            id, line, held = element.id, element.line, []
        else:
            held.append(element)
    return [*found, Section(id, line, tuple(held))]
