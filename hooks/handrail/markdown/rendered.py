"""Reads the HTML that the site's converter makes of an article into elements, in page order and without lines.

The parser follows the HTML standard, so the elements are those that a browser makes. `handrail.markdown.parser` reads
the same Markdown with lines, and `handrail.markdown.alignment` joins the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from handrail.markdown.nodes import Admonition, Bullets, Code, Element, Heading, Image, Link, Steps, Table, Tag

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_GENERATED = {"footnote-ref", "footnote-backref", "headerlink"}
"""Classes of links within a page that the converter writes by itself."""
DEEPEST = 100
"""Elements inside each other. No article needs so many, and a browser stops at some hundreds."""


def elements(html: str) -> tuple[Element, ...]:
    """The elements of a page's content, each on line 0; a list or a heading before its content.

    There is a `Tag` for every HTML element with its attributes, so that a rule can compare all of them with a list.
    """
    document = LexborHTMLParser(f"<!doctype html><body>{html}")
    # A browser adds the attributes of a stray <html> or <body> to the page itself.
    nodes: list[Any] = [document.root, document.body]
    outer = [Tag(0, str(node.tag), _attributes(node)) for node in nodes if node.attributes]
    return (*outer, *(element for child in _children(document.body) for element in _of(child, 0)))


def _children(node: Any) -> Iterator[Any]:
    return (child for child in node.iter(include_text=False) if not child.tag.startswith(("-", "_", "!")))


def _attributes(node: Any) -> tuple[tuple[str, str], ...]:
    return tuple((name, value or "") for name, value in node.attributes.items())


def _of(node: Any, depth: int) -> Iterator[Element]:
    """The elements for an HTML node, and those inside it."""
    tag, attributes = str(node.tag), dict(_attributes(node))
    classes = attributes.get("class", "").split()
    if depth > DEEPEST:
        yield Tag(0, f"{tag} below {DEEPEST} others")
        return
    yield Tag(0, tag, _attributes(node))
    if tag in _HEADINGS:
        yield Heading(0, _HEADINGS[tag], _text(node), attributes.get("id", ""))
    elif tag == "ol" and node.parent.attributes.get("class") != "footnote":
        start = attributes.get("start", "")
        yield Steps(0, _count(node, "li"), int(start) if start.isdecimal() else 1)
    elif tag == "ul":
        yield Bullets(0, _count(node, "li"))
    elif tag == "table":
        yield Table(0, len(node.css("tr")), len(node.css("td, th")))
    elif tag == "pre":
        yield Code(0, "", _text(node))
    elif "admonition" in classes or tag == "details":
        yield Admonition(0, next((name for name in classes if name != "admonition"), ""))
    elif tag == "img":
        yield Image(0, attributes.get("alt", ""), attributes.get("src", ""))
    for child in _children(node):
        yield from _of(child, depth + 1)
    is_generated = attributes.get("href", "").startswith("#") and not _GENERATED.isdisjoint(classes)
    if tag == "a" and "href" in attributes and not is_generated:
        words = " ".join([_text(node), *(image.attributes.get("alt") or "" for image in node.css("img"))])
        yield Link(0, words.strip(), attributes["href"])


def _count(node: Any, tag: str) -> int:
    return sum(child.tag == tag for child in _children(node))


def _text(node: Any) -> str:
    return str(node.text(deep=True)).strip()
