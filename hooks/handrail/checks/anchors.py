"""The ids of an article that links can lead to: explicit ones, and those that the site generates for headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown.extensions.toc import slugify

from handrail.markdown.nodes import ATTRIBUTES, Element, Heading, Html, Passage

_ID = re.compile(r"(?:^|\s)#([^\s}]+)")
_HTML_ID = re.compile(r"""\sid=["']?([^\s"'>]+)""", re.IGNORECASE)


def anchors(elements: Iterable[Element]) -> Iterator[str]:
    for element in elements:
        match element:
            case Heading():
                yield element.id or slugify(element.text, "-")
            case Passage():
                for part in element.parts:
                    yield from (id for match in ATTRIBUTES.finditer(part.text) for id in _ID.findall(match[1]))
            case Html():
                yield from _HTML_ID.findall(element.text)
            case _:
                pass
