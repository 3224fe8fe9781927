"""A drawing whose words and colours are filled in: one file becomes one for each language and colour scheme.

A `<text>` of it holds the key of its words, or says `translate="no"`; its colours are `var(--…)`, those of the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from handrail.content import svg
from handrail.content.settings import Colours

_TEXT = f"{{{svg.NAMESPACE}}}text"
_VARIABLE = re.compile(r"var\(--([a-z-]+)\)")
SCHEMES = ("light", "dark")
_TOKENS = {
    "surface": ("#ffffff", "#182125"),
    "text": ("#1a2225", "#e9ecec"),
    "text-muted": ("#434e54", "#b6c0c4"),
    "border": ("#dfdbd2", "#323c40"),
    "on-accent": ("#ffffff", "#0e1416"),
}
"""In each scheme, as overrides/assets/page/page.css has them, which a drawing that is a file of its own cannot ask."""
_LINE = "1.35em"
_RADIUS = 0.022
"""Of the circle of a callout, as a share of the longer side: about 14 px where a figure is as large as it gets."""

ElementTree.register_namespace("", svg.NAMESPACE)


def colours(settings: Colours, scheme: str) -> dict[str, str]:
    """The colours of drawings in the `light` or the `dark` scheme, by name."""
    values = {name: by_scheme[SCHEMES.index(scheme)] for name, by_scheme in _TOKENS.items()}
    accent = settings.light if scheme == "light" else settings.dark
    return values | {
        "accent": accent,
        "safety": settings.safety,
        "on-safety": _TOKENS["text"][0],
        "note-background": _mixed(accent, values["surface"], 0.08),
        "warning-background": _mixed(settings.safety, values["surface"], 0.2),
    }


def _mixed(colour: str, ground: str, share: float) -> str:
    """A colour of #rrggbb on another, as `color-mix` makes it in sRGB."""
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(ground[1:]), strict=True)
    return "#" + bytes(round(one * share + other * (1 - share)) for one, other in pairs).hex()


COLOURS = frozenset(colours(Colours(light="#000000", dark="#000000"), "light"))
"""The names of the colours that a drawing may have."""


def drawn(drawing: str, words: Mapping[str, str], lang: str, fonts: str, palette: Mapping[str, str]) -> str:
    """A drawing in one language and one colour scheme, as plain SVG. Raises KeyError for a colour without a value."""
    root = svg.parse(drawing)
    root.attrib |= {"lang": lang, "font-family": fonts}
    for text in root.iter(_TEXT):
        first, *others = words.get(_key(text), text.text or "").split("\n")
        text.text = first
        for line in others:
            SubElement(text, f"{{{svg.NAMESPACE}}}tspan", {"x": text.get("x", "0"), "dy": _LINE}).text = line
    return _VARIABLE.sub(lambda variable: palette[variable[1]], ElementTree.tostring(root, "unicode"))


def numbers(places: Iterable[tuple[int, int]], size: tuple[int, int], palette: Mapping[str, str]) -> str:
    """The numbers 1, 2, 3 at `places`, as a drawing that lies on a picture of this `size`."""
    radius = max(size) * _RADIUS
    attributes = {
        "xmlns": svg.NAMESPACE,
        "viewBox": f"0 0 {size[0]} {size[1]}",
        "preserveAspectRatio": "xMinYMin meet",
        "font-family": "system-ui, sans-serif",
        "font-size": f"{radius * 1.2:.0f}",
        "font-weight": "700",
        "text-anchor": "middle",
    }
    root = Element("svg", attributes)
    for number, (x, y) in enumerate(places, 1):
        circle = {"cx": str(x), "cy": str(y), "r": f"{radius:.0f}", "stroke-width": f"{radius / 6:.0f}"}
        SubElement(root, "circle", circle | {"fill": palette["accent"], "stroke": palette["on-accent"]})
        place = {"x": str(x), "y": f"{y + radius * 0.42:.0f}", "fill": palette["on-accent"]}
        SubElement(root, "text", place).text = str(number)
    return ElementTree.tostring(root, "unicode")


def _key(text: Element) -> str:
    return (text.text or "").strip()


def keys(drawing: str) -> list[str]:
    """The keys of the words of a drawing, in its order. Raises ElementTree.ParseError where it is none."""
    texts = svg.parse(drawing).iter(_TEXT)
    return [_key(text) for text in texts if text.get("translate") != "no" and any(map(str.isalpha, _key(text)))]


def unknown_colours(drawing: str) -> list[str]:
    """The colours that a drawing names and a site does not have."""
    return [name for name in dict.fromkeys(_VARIABLE.findall(drawing)) if name not in COLOURS]
