"""What the site's own converter made of an article: what readers get, in their order, and on no line yet.

The HTML is read by a parser that follows the HTML standard, so that what stands here is what a browser makes of it.
`handrail.markdown.parser` reads the same Markdown for the lines, and `handrail.markdown.alignment` joins the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from handrail.markdown.nodes import Admonition, Bullets, Code, Element, Heading, Image, Link, Steps, Table, Tag

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MADE = {"footnote-ref", "footnote-backref", "headerlink"}
"""Classes of links that the converter writes by itself."""


def elements(html: str) -> tuple[Element, ...]:
    """The elements of a page's content, each on line 0; a list or a heading before what is in it.

    `Tag` stands for every element of HTML with its attributes, so that a rule can hold all of them against a list.
    """
    body = LexborHTMLParser(f"<!doctype html><body>{html}").body
    assert body is not None, "the parser always makes one"
    return tuple(_element for child in _children(body) for _element in _of(child))


def attributes_of_body(html: str) -> tuple[str, ...]:
    """Attributes that an article would give to the page itself: browsers add those of a stray <body> or <html>."""
    parser = LexborHTMLParser(f"<!doctype html><body>{html}")
    return tuple(name for node in (parser.root, parser.body) if node is not None for name in node.attributes)


def _children(node: Any) -> Iterator[Any]:
    return (child for child in node.iter(include_text=False) if not child.tag.startswith(("-", "_", "!")))


def _of(node: Any) -> Iterator[Element]:
    """The elements that a node of HTML stands for, and those in it."""
    tag = str(node.tag)
    attributes = {name: value or "" for name, value in node.attributes.items()}
    classes = attributes.get("class", "").split()
    yield Tag(0, tag, tuple(attributes.items()))
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
        yield from _of(child)
    if tag == "a" and "href" in attributes and not _MADE & {*classes}:
        words = " ".join([_text(node), *(image.attributes.get("alt") or "" for image in node.css("img"))])
        yield Link(0, words.strip(), attributes["href"])


def _count(node: Any, tag: str) -> int:
    return sum(child.tag == tag for child in _children(node))


def _text(node: Any) -> str:
    return str(node.text(deep=True)).strip()
