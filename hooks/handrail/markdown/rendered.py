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
    document = _document(html)
    found: list[Element] = [*_of_page(document)]
    for child in _children(document.body):
        _add(found, child, 0)
    return tuple(found)


def tags(html: str) -> list[Tag]:
    """Of these the `Tag`s alone."""
    document = _document(html)
    found = [*_of_page(document)]
    for child in _children(document.body):
        _add_tags(found, child, 0)
    return found


def _document(html: str) -> Any:
    return LexborHTMLParser(f"<!doctype html><body>{html}")


def _of_page(document: Any) -> Iterator[Tag]:
    """A browser adds the attributes of a stray <html> or <body> to the page itself."""
    return (Tag(0, str(node.tag), _attributes(node)) for node in (document.root, document.body) if node.attributes)


def _children(node: Any) -> list[Any]:
    return [child for child in node.iter(include_text=False) if not child.tag.startswith(("-", "_", "!"))]


def _attributes(node: Any) -> tuple[tuple[str, str], ...]:
    attributes = node.attributes
    return tuple([(name, value or "") for name, value in attributes.items()]) if attributes else ()


def _add_tags(found: list[Tag], node: Any, depth: int) -> None:
    if depth > DEEPEST:
        found.append(_cut_off(node))
        return
    found.append(Tag(0, str(node.tag), _attributes(node)))
    for child in _children(node):
        _add_tags(found, child, depth + 1)


def _cut_off(node: Any) -> Tag:
    return Tag(0, f"{node.tag} below {DEEPEST} others")


def _add(found: list[Element], node: Any, depth: int) -> None:
    """Add the elements for an HTML node, and those inside it."""
    if depth > DEEPEST:
        found.append(_cut_off(node))
        return
    tag, pairs = str(node.tag), _attributes(node)
    found.append(Tag(0, tag, pairs))
    attributes = dict(pairs)
    classes = attributes.get("class", "").split()
    if tag in _HEADINGS:
        found.append(Heading(0, _HEADINGS[tag], _text(node), attributes.get("id", "")))
    elif tag == "ol" and node.parent.attributes.get("class") != "footnote":
        start = attributes.get("start", "")
        found.append(Steps(0, _count(node, "li"), int(start) if start.isdecimal() else 1))
    elif tag == "ul":
        found.append(Bullets(0, _count(node, "li")))
    elif tag == "table":
        found.append(Table(0, len(node.css("tr")), len(node.css("td, th"))))
    elif tag == "pre":
        found.append(Code(0, "", _text(node)))
    elif "admonition" in classes or tag == "details":
        found.append(Admonition(0, next((name for name in classes if name != "admonition"), "")))
    elif tag == "img":
        found.append(Image(0, attributes.get("alt", ""), attributes.get("src", "")))
    for child in _children(node):
        _add(found, child, depth + 1)
    is_generated = attributes.get("href", "").startswith("#") and not _GENERATED.isdisjoint(classes)
    if tag == "a" and "href" in attributes and not is_generated:
        words = " ".join([_text(node), *(image.attributes.get("alt") or "" for image in node.css("img"))])
        found.append(Link(0, words.strip(), attributes["href"]))


def _count(node: Any, tag: str) -> int:
    return sum(child.tag == tag for child in _children(node))


def _text(node: Any) -> str:
    return str(node.text(deep=True)).strip()
