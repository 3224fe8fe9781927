"""The logo: one drawing, shown on every page, from which the icons and the social card of the site are made.

A site has its own in docs/data/logo.svg, or this one. It is drawn in `currentColor` on a square, so that it can be had
in any colour and size; what else an SVG file can hold (scripts, styles, other files) has no place in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from handrail.schema.problem import Problem, one_of
from handrail.schema.source import Source

FILE = "logo.svg"
_OWN = Path(__file__).with_name("default_logo.svg")
_NAMESPACE = "http://www.w3.org/2000/svg"
_ELEMENTS = ("svg", "g", "path", "circle", "ellipse", "line", "polygon", "polyline", "rect")
_BARRED = re.compile(r"on|style$|class$|id$|href$|.*\}href$")
_SQUARE = re.compile(r"0 0 (\d+(?:\.\d+)?) \1")


@dataclass(frozen=True)
class Logo:
    drawing: str
    """The whole `<svg>`, without a size."""

    def inside(self, *attributes: tuple[str, object]) -> str:
        """The drawing with attributes of its outermost element, to stand in a page or in another drawing."""
        written = "".join(f' {name}="{value}"' for name, value in attributes)
        return self.drawing.replace("<svg", f"<svg{written}", 1)


def read(source: Source | None) -> tuple[Logo | None, list[Problem]]:
    """The logo in a file, or the one that comes with the generator; None where something is wrong with it."""
    text = source.text if source else _OWN.read_text("utf-8")
    path = source.path if source else FILE
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        line, _ = error.position
        return None, [Problem(path, line, "the logo is not an SVG drawing", "Save it as plain SVG.")]
    problems = list(_problems(path, text, root))
    return (None, problems) if problems else (Logo(_plain(root)), [])


def _problems(path: str, text: str, root: ElementTree.Element) -> list[Problem]:
    problems = []
    if root.tag != f"{{{_NAMESPACE}}}svg":
        fix = f'It begins with <svg xmlns="{_NAMESPACE}">.'
        problems.append(Problem(path, 1, "the logo is not an SVG drawing", fix))
    elif not _SQUARE.fullmatch(root.get("viewBox", "")):
        problems.append(Problem(path, 1, "the logo has no square viewBox", 'Write it as in viewBox="0 0 24 24".'))
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        if name not in _ELEMENTS:
            line = _line(text, f"<{name}")
            problems.append(Problem(path, line, f"the logo holds <{name}>", one_of(name, _ELEMENTS)))
        for attribute in filter(_BARRED.match, element.attrib):
            short = attribute.rpartition("}")[2]
            fix = "Delete it, or say it by attributes such as fill and stroke."
            problems.append(Problem(path, _line(text, short), f"the logo has the attribute '{short}'", fix))
    return problems


def _line(text: str, words: str) -> int:
    return text.count("\n", 0, max(0, text.find(words))) + 1


def _plain(root: ElementTree.Element) -> str:
    """The drawing without its namespace and the space between elements: it stands in pages."""
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        element.text = element.tail = None
    for name in ("width", "height"):
        root.attrib.pop(name, None)
    return ElementTree.tostring(root, "unicode").replace(" />", "/>")
