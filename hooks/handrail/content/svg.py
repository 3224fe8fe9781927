"""SVG drawings, which a browser runs as documents of their own: what in one of them could do anything but be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

NAMESPACE = "http://www.w3.org/2000/svg"
_UNSAFE = {
    *("a", "animate", "animatemotion", "animatetransform", "audio", "embed", "foreignobject", "handler", "iframe"),
    *("image", "listener", "object", "script", "set", "video"),
}
"""They run code, show other documents or lead elsewhere. An animation can put a script into an attribute."""
_ELSEWHERE = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(|javascript:", re.IGNORECASE)


def parse(text: str) -> ElementTree.Element:
    """The outermost element. Raises ElementTree.ParseError where it is no XML, or defines entities."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ElementTree.ParseError("a document type")
    return ElementTree.fromstring(text)


def name_of(tag: str) -> str:
    """A tag or an attribute without its namespace."""
    return tag.rpartition("}")[2]


def unsafe(root: ElementTree.Element) -> Iterator[str]:
    """Each element and attribute that a picture for readers may not have."""
    for element in root.iter():
        name = name_of(element.tag)
        if name.lower() in _UNSAFE:
            yield f"<{name}>"
        if name.lower() == "style" and _ELSEWHERE.search(element.text or ""):
            yield "a style that loads from elsewhere"
        for attribute, value in element.attrib.items():
            short = name_of(attribute).lower()
            if short.startswith("on") or (short == "href" and not value.startswith("#")) or _ELSEWHERE.search(value):
                yield f"the attribute {short}"
