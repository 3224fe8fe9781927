"""One drawing becomes one picture for each language and scheme; what does not fit is in tests/sites/broken/."""

from __future__ import annotations

import re

import pytest
from built_site import ROOT

from handrail.content import drawing, svg
from handrail.content.settings import Colours

COLOURS = Colours(light="#0f5453", dark="#79c9c2")
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" fill="var(--text)">
<text x="3" y="4">go</text><text y="8"> stop </text><text translate="no">lamp.example</text><text>1</text></svg>"""


def drawn(scheme: str = "light", **words: str) -> str:
    return drawing.drawn(DRAWING, words, "fr", "serif", drawing.colours(COLOURS, scheme))


def test_the_words_take_the_places_of_their_keys_and_the_rest_stays() -> None:
    root = svg.parse(drawn(go="<Partir>", stop="Arrêter\nici"))
    assert ["".join(text.itertext()) for text in root.iter(f"{{{svg.NAMESPACE}}}text")] == [
        "<Partir>",
        "Arrêterici",
        "lamp.example",
        "1",
    ]
    assert (root.get("lang"), root.get("font-family")) == ("fr", "serif")


def test_a_line_break_in_the_words_is_one_in_the_drawing() -> None:
    root = svg.parse(drawn(go="a\nb\nc"))
    lines = list(root.iter(f"{{{svg.NAMESPACE}}}tspan"))
    assert [(line.text, line.get("x"), bool(line.get("dy"))) for line in lines] == [("b", "3", True), ("c", "3", True)]


def test_only_words_are_keys() -> None:
    assert drawing.keys(DRAWING) == ["go", "stop"]


@pytest.mark.parametrize("scheme", drawing.SCHEMES)
def test_colours_are_those_of_pages(scheme: str) -> None:
    """What a page says in its style sheet, a drawing has in itself: no browser asks another file for it."""
    sheet = (ROOT / "overrides/assets/page/page.css").read_text("utf-8")
    block = sheet.split(":root {")[1] if scheme == "light" else sheet.split('[data-theme="dark"] {')[1]
    tokens = dict(re.findall(r"--([\w-]+): (#\w+);", block.split("\n}")[0]))
    colours = drawing.colours(COLOURS, scheme)
    for name in ("surface", "text", "text-muted", "border", "on-accent"):
        assert re.sub(r"^#(.)(.)(.)$", r"#\1\1\2\2\3\3", tokens[name]) == colours[name]
    assert colours["accent"] == getattr(COLOURS, scheme)
    assert f'fill="{colours["text"]}"' in drawn(scheme)
    assert "var(" not in drawn(scheme)


def test_a_tint_is_made_of_the_accent_and_its_ground() -> None:
    assert drawing.colours(Colours(light="#000000", dark="#000000"), "light")["note-background"] == "#ebebeb"
