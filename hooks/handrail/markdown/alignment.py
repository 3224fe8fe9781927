"""Gives the rendered elements of an article their line numbers, and names where the page differs from the text.

The site's converter knows no lines. A second parser reads the same text with lines, but reads some of it differently.
Where both agree, an element gets its line from the second. Where they differ, readers get something else than the text
looks like: that is a `Misread` on the nearest line. Rules look at the rendered elements in either case.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from handrail.markdown import rendered
from handrail.markdown.nodes import (
    Admonition,
    Bullets,
    Code,
    Element,
    Heading,
    Html,
    Image,
    Link,
    Misread,
    Steps,
    Table,
    Tag,
)

_TAGS = """
    a blockquote br code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr img input label li ol p pre span strong
    summary sup table tbody td th thead tr ul
"""
MARKDOWN = frozenset(_TAGS.split())
"""The tags that the converter writes by itself: they do not tell what the author typed."""

_KINDS = {
    Heading: ("a heading", "Put an empty line before it, a space after #, and {#its-id} at its end."),
    Link: ("a link", "Write it as [words](target), without a space in the target."),
    Image: ("an image", "Write it as ![words](file), without a space in the file name."),
    Code: ("code", "Put an empty line before and after it, the same fence at both ends, and one word after the first."),
    Admonition: ("an admonition", 'Write !!! note "Title", and indent all of its text by four spaces.'),
    Steps: ("a numbered list", "Put an empty line before it, write '1. ', and indent what belongs to an item by four."),
    Bullets: ("a list", "Put an empty line before it, and indent what belongs to an item by four spaces."),
    Table: ("a table", "Put an empty line before it, a row of hyphens under its head, as many cells in each row."),
    Tag: ("HTML", "Use Markdown in place of HTML."),
}


def aligned(
    text: str, written: Iterable[Element], rendered_elements: Iterable[Element], first_line: int = 1
) -> tuple[Element, ...]:
    """The rendered elements with their lines, what only the text tells, and a `Misread` for each difference.

    `written` are the elements of `text`, which begins on `first_line`; the result is in the order of the file.
    """
    written, on_page = list(written), list(rendered_elements)
    expected = [element for element in _with_parsed_html(written) if _is_compared(element)]
    compared = [index for index, element in enumerate(on_page) if _is_compared(element)]
    located: dict[int, Element | None] = {}
    differences: list[Misread] = []
    keys = [_key(element) for element in expected], [_key(on_page[index]) for index in compared]
    for kind, first, last, start, end in _opcodes(*keys):
        elements: Sequence[Element | None] = expected[first:last]
        if kind != "equal":
            before = expected[first - 1].line if first else first_line
            actual = [_with_line(text, on_page[index], before, first_line) for index in compared[start:end]]
            differences += _differences(expected[first:last], actual, text.split("\n"), first_line)
            elements = _headings_as_written(expected[first:last], actual)
        located |= dict(zip(compared[start:end], elements, strict=True))
    only_written = [element for element in written if not isinstance(element, tuple(_KINDS))]
    unexplained = [difference for difference in differences if not _is_explained(difference, written)]
    return tuple(sorted([*_in_order(on_page, located, first_line), *only_written, *unexplained], key=_position))


def _opcodes(expected: Sequence[Hashable], actual: Sequence[Hashable]) -> list[tuple[str, int, int, int, int]]:
    """What is equal and what is not, as difflib says it; nearly always everything is equal."""
    if expected == actual:
        return [("equal", 0, len(expected), 0, len(actual))]
    return list(SequenceMatcher(None, expected, actual, autojunk=False).get_opcodes())


def _headings_as_written(expected: Sequence[Element], actual: Sequence[Element]) -> list[Element | None]:
    """The rendered elements, with headings as written, because only those have their explicit id; None for others."""
    headings = [element for element in expected if isinstance(element, Heading)]
    if len(headings) != sum(isinstance(element, Heading) for element in actual):
        return [None if isinstance(element, Heading) else element for element in actual]
    return [headings.pop(0) if isinstance(element, Heading) else element for element in actual]


def _is_explained(difference: Misread, written: Sequence[Element]) -> bool:
    """Whether the parser says something more exact about a later line of the same section."""
    later = [element for element in written if element.line >= difference.line]
    end = min((element.line for element in later[1:] if isinstance(element, Heading)), default=None)
    return any(isinstance(element, Misread) and (end is None or element.line < end) for element in later)


def _with_line(text: str, element: Element, before: int, first_line: int) -> Element:
    """A rendered element on the first line from `before` on that holds what it shows; on that line if none does."""
    match element:
        case Link(_, _, target) | Image(_, _, target):
            sought = target
        case Heading(_, _, words) | Code(_, _, words):
            sought = words.split("\n")[0].strip()
        case Tag(_, name):
            sought = f"<{name}"
        case _:
            sought = ""
    lines = text.split("\n")
    numbers = (number for number in range(before - first_line, len(lines)) if sought and sought in lines[number])
    return replace(element, line=next(numbers, before - first_line) + first_line)


def _with_parsed_html(written: Iterable[Element]) -> Iterator[Element]:
    """The elements, and after HTML the elements in it."""
    for element in written:
        yield element
        if isinstance(element, Html):
            yield from (replace(part, line=element.line) for part in rendered.elements(element.text))


def _is_compared(element: Element) -> bool:
    return isinstance(element, tuple(_KINDS)) and not (isinstance(element, Tag) and element.name in MARKDOWN)


def _key(element: Element) -> tuple[object, ...]:
    """What must be the same in both readings."""
    match element:
        case Heading(_, level, text):
            return (Heading, level, _squeezed(text))
        case Link(_, _, target):
            return (Link, target)
        case Image(_, alt, target):
            return (Image, _squeezed(alt), target)
        case Code(_, _, text):
            return (Code, _squeezed(text))
        case Admonition(_, kind):
            return (Admonition, kind)
        case Steps(_, count, start):
            return (Steps, count, start)
        case Bullets(_, count):
            return (Bullets, count)
        case Table(_, rows, cells):
            return (Table, rows, cells)
        case Tag(_, name):
            return (Tag, name)
    raise TypeError(element)


def _squeezed(text: str) -> str:
    """A text without white space, which the two parsers treat differently."""
    return "".join(text.split())


def _differences(
    expected: Sequence[Element], actual: Sequence[Element], lines: Sequence[str], first_line: int
) -> Iterator[Misread]:
    """What is not rendered, or rendered from text that does not look like it: one for each kind, at its first place.

    A heading without words, and a line that begins with # and a word, have rules of their own.
    """
    for kind, (name, fix) in _KINDS.items():
        missing = [element for element in expected if isinstance(element, kind)]
        surplus = [element for element in actual if isinstance(element, kind)]
        if len(missing) > len(surplus):
            yield Misread(missing[len(surplus)].line, f"{name} is not rendered: readers would see the markup", fix)
        elif len(surplus) > len(missing):
            line = surplus[len(missing)].line
            if kind is not Heading or not lines[line - first_line].lstrip().startswith("#"):
                yield Misread(line, f"{name} is rendered from text that does not look like one", fix)
        elif missing and not (isinstance(missing[0], Heading) and not missing[0].text):
            yield Misread(missing[0].line, f"{name} is rendered otherwise than it is written", fix)


def _in_order(on_page: Sequence[Element], located: Mapping[int, Element | None], first_line: int) -> Iterator[Element]:
    """The elements of the page; one that was not compared has the line of the one before it."""
    line = first_line
    for index, element in enumerate(on_page):
        placed = located.get(index, replace(element, line=line))
        if placed:
            line = placed.line
            yield placed


def _position(element: Element) -> tuple[int, int]:
    """By line; a heading comes before what else is on its line."""
    return element.line, 0 if isinstance(element, Heading) else 1
