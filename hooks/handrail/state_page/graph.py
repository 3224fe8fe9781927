"""A guide drawn as a graph, in SVG: questions from left to right by their distance from the first, and their ends.

An end has a row of its own; a question stands in the row of the first end that is new below it. So the lines of answers
that lead to something new cross no box, and others pass behind them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from handrail.report.guide_graph import Guide, GuideAnswer, GuideNode
from handrail.state_page.html import element

ROW, BOX, GAP, LETTER = 32, 24, 44, 7.3
"""In pixels: the height of a row and of a box, the width between boxes, and that of a letter."""
TOP, WORDS = 108, 360
"""Room above for the words of the first row, which show above their box; and their width."""
ANSWERS = 3
"""How many answers that lead to a box are shown with its words."""

Place = tuple[int, int]
"""A column and a row."""


@dataclass(frozen=True)
class Grid:
    """Where the boxes of a guide are, in pixels."""

    places: Mapping[str, Place]
    question: int
    """The width of a box, so that the longest id fits; and that of an end."""
    end: int

    @classmethod
    def of(cls, guide: Guide) -> Grid:
        columns = 1 + max(node.depth for node in guide.nodes if node.kind == "question")
        places: dict[str, Place] = {}
        row = 0
        for node in guide.nodes:
            column = node.depth if node.kind == "question" else columns
            while (column, row) in places.values():
                row += 1
            places[node.id] = (column, row)
            row += node.kind != "question"
        letters = {
            kind: max((len(node.id) for node in guide.nodes if (node.kind == "question") == kind), default=0)
            for kind in (True, False)
        }
        return cls(places, *(round(letters[kind] * LETTER) + 20 for kind in (True, False)))

    def corner(self, id: str) -> tuple[int, int]:
        column, row = self.places[id]
        return column * (self.question + GAP), TOP + row * ROW

    @property
    def size(self) -> tuple[int, int]:
        columns, rows = (max(numbers) for numbers in zip(*self.places.values(), strict=True))
        return columns * (self.question + GAP) + self.end, TOP + (rows + 1) * ROW


def draw(guide: Guide, has_links: bool = False) -> Markup:
    """The graph. Pointing at a box shows its words and the answers that lead to it. With links, a box leads to its page
    of the site at the root of this host, and takes the focus.
    """
    grid = Grid.of(guide)
    title, ends = next(iter(guide.titles.values())), sum(node.kind != "question" for node in guide.nodes)
    about = f"{title}: {len(guide.nodes) - ends} questions, {ends} ends, {sum(guide.lengths.values())} paths"
    in_rows = sorted(guide.nodes, key=lambda node: grid.places[node.id][::-1])  # words cover the rows above
    width, height = grid.size
    svg = element(
        "svg",
        element("title", title, id=f"guide-{guide.id}"),
        element("desc", about),
        *(_line(answer, grid) for answer in guide.answers),
        *(_box(node, guide, grid, has_links) for node in in_rows),
        role="group" if has_links else "img",
        aria_labelledby=f"guide-{guide.id}",
        class_="graph",
        width=width,
        height=height,
        viewBox=f"0 0 {width} {height}",
    )
    return element("div", svg, class_="graph-scroll", role="region", aria_label=about, tabindex=0)


def _line(answer: GuideAnswer, grid: Grid) -> Markup:
    (x1, y1), (x2, y2) = grid.corner(answer.start), grid.corner(answer.end)
    x1, y1, y2 = x1 + grid.question, y1 + BOX // 2, y2 + BOX // 2
    middle, bend = x1 + GAP // 2, x1 + GAP
    path = f"M{x1} {y1}C{middle} {y1} {middle} {y2} {bend} {y2}H{x2}"
    return element(
        "path", element("title", _both(answer.texts)), d=path, class_="answer" if answer.knows else "answer unsure"
    )


def _box(node: GuideNode, guide: Guide, grid: Grid, has_links: bool) -> Markup:
    x, y = grid.corner(node.id)
    is_question = node.kind == "question"
    answers = [f"← {answer.start}: {_both(answer.texts)}" for answer in guide.answers if answer.end == node.id]
    if len(answers) > ANSWERS:
        answers[ANSWERS - 1 :] = [f"… {len(answers) - ANSWERS + 1} more"]
    words = [
        *(element("strong", text, lang=code) for code, text in node.texts.items()),
        *(element("span", answer) for answer in answers),
    ]
    box = {"x": x, "y": y, "width": grid.question if is_question else grid.end, "height": BOX}
    above = {"x": max(0, min(x, grid.size[0] - WORDS)), "y": y - 204, "width": WORDS, "height": 200}
    link = {"href": f"/{node.url}", "aria_label": _both(node.texts)} if has_links else {}
    return element(
        "a" if has_links else "g",
        element("rect", **box, rx=4 if is_question else BOX // 2),
        element("text", node.id, x=x + 10, y=y + 16),
        element("foreignObject", element("div", element("div", *words)), **above),
        class_=f"node {node.kind}",
        **link,
    )


def _both(texts: Mapping[str, str]) -> str:
    return " / ".join(texts.values())
