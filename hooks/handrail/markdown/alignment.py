"""Two readings of one article brought together: what the site makes of it, on the lines where its author wrote it.

The converter of the site knows no lines. Another parser reads the same text and knows them, but takes some things
otherwise. What both take alike gets its line from the second. Where they differ, readers get something else than the
text looks like: that is a `Misread` on the nearest line, and rules look at what the site made all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
"""The tags that the converter writes by itself. One of them in the HTML says nothing of what the author typed."""

_KINDS = {
    Heading: ("a heading", "Put an empty line before it, a space after #, and {#its-id} at its end."),
    Link: ("a link", "Write it as [words](target), without a space in the target."),
    Image: ("a picture", "Write it as ![words](file), without a space in the name of the file."),
    Code: ("code", "Put an empty line before and after it, the same fence at both ends, one word after the first."),
    Admonition: ("a note", 'Write !!! note "Title", and indent all of its text by four spaces.'),
    Steps: ("a numbered list", "Put an empty line before it, write '1. ', and indent what belongs to an item by four."),
    Bullets: ("a list", "Put an empty line before it, and indent what belongs to an item by four spaces."),
    Table: ("a table", "Put an empty line before it, a row of hyphens under its head, as many cells in each row."),
    Tag: ("HTML", "Use Markdown in place of HTML."),
}


def aligned(text: str, written: Iterable[Element], made: Iterable[Element], first_line: int = 1) -> tuple[Element, ...]:
    """What the site made, in the order of the file, with its lines; what only the text tells; and each difference.

    `written` are the elements of `text`, which begins on `first_line`; `made` those of the page, without lines.
    """
    made = list(made)
    told = list(written)
    read = [element for element in _spelled_out(told) if _is_compared(element)]
    compared = [place for place, element in enumerate(made) if _is_compared(element)]
    placed: dict[int, Element | None] = {}
    differences: list[Misread] = []
    keys = [_key(element) for element in read], [_key(made[place]) for place in compared]
    for kind, first, last, start, end in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        here: Sequence[Element | None] = read[first:last]
        if kind != "equal":
            before = read[first - 1].line if first else first_line
            found = [_with_line(text, made[place], before, first_line) for place in compared[start:end]]
            differences += _differences(read[first:last], found, text.split("\n"), first_line)
            here = _headings_as_written(read[first:last], found)
        placed |= dict(zip(compared[start:end], here, strict=True))
    rest = [element for element in told if not isinstance(element, tuple(_KINDS))]
    named = [difference for difference in differences if not _is_explained(difference, told)]
    return tuple(sorted([*_in_order(made, placed, first_line), *rest, *named], key=_position))


def _headings_as_written(read: Sequence[Element], made: Sequence[Element]) -> list[Element | None]:
    """What was made, with headings as they are written, as only those tell their own id; None for one that is not."""
    headings = [element for element in read if isinstance(element, Heading)]
    if len(headings) != sum(isinstance(element, Heading) for element in made):
        return [None if isinstance(element, Heading) else element for element in made]
    return [headings.pop(0) if isinstance(element, Heading) else element for element in made]


def _is_explained(difference: Misread, told: Sequence[Element]) -> bool:
    """Whether something more exact is said of a place behind it in the same section."""
    behind = [element for element in told if element.line >= difference.line]
    end = min((element.line for element in behind[1:] if isinstance(element, Heading)), default=None)
    return any(isinstance(element, Misread) and (end is None or element.line < end) for element in behind)


def _with_line(text: str, element: Element, before: int, first_line: int) -> Element:
    """An element on the line, not above `before`, where what it shows is written; on that one if it is nowhere."""
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


def _spelled_out(told: Iterable[Element]) -> Iterator[Element]:
    """The elements, and behind HTML those that it stands for."""
    for element in told:
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
    return "".join(text.split())


def _differences(
    read: Sequence[Element], made: Sequence[Element], lines: Sequence[str], first_line: int
) -> Iterator[Misread]:
    """What was read and not made, or made and not read: one for each kind, at its first place.

    A heading without words, and a line that begins with # and a word, have rules of their own.
    """
    for kind, (name, fix) in _KINDS.items():
        asked = [element for element in read if isinstance(element, kind)]
        got = [element for element in made if isinstance(element, kind)]
        if len(asked) > len(got):
            yield Misread(asked[len(got)].line, f"{name} that the site does not make: readers would see signs", fix)
        elif len(got) > len(asked):
            line = got[len(asked)].line
            if kind is not Heading or not lines[line - first_line].lstrip().startswith("#"):
                yield Misread(line, f"{name} that the site makes of text that does not look like one", fix)
        elif asked and not (isinstance(asked[0], Heading) and not asked[0].text):
            yield Misread(asked[0].line, f"{name} that is not on the page as it is written", fix)


def _in_order(made: Sequence[Element], placed: Mapping[int, Element | None], first_line: int) -> Iterator[Element]:
    """The elements of the page, those between two that have a line on the line of the first."""
    line = first_line
    for place, element in enumerate(made):
        found = placed.get(place, replace(element, line=line))
        if found:
            line = found.line
            yield found


def _position(element: Element) -> tuple[int, int]:
    """Where it stands; a heading begins what is on its line."""
    return element.line, 0 if isinstance(element, Heading) else 1
