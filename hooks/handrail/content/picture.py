"""A picture whose words are data: one clean drawing or screenshot, and what it says in each language.

The file is in docs/images/ and the words are in docs/data/pictures.yml, which a site may do without. A `<text>` of a
drawing holds the key of its words, or says `translate="no"`; its colours are `var(--…)`, those of the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from handrail.content import svg
from handrail.content.settings import Colours
from handrail.schema.fields import Id, Localized, Text, Value
from handrail.schema.problem import Problem, one_of
from handrail.schema.source import Source

FILE = "pictures.yml"
FOLDER = "images/"
"""Below the docs folder: pictures that all languages share."""
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

ElementTree.register_namespace("", svg.NAMESPACE)


class Picture(Value):
    id: Id
    """The name of its file without the ending."""
    words: dict[Text, Localized] = {}
    """What a drawing says, by the key that its `<text>` holds. A line break in the words is one in the drawing."""


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


def _key(text: Element) -> str:
    return (text.text or "").strip()


def keys(drawing: str) -> list[str]:
    """The keys of the words of a drawing, in its order. Raises ElementTree.ParseError where it is none."""
    texts = svg.parse(drawing).iter(_TEXT)
    return [_key(text) for text in texts if text.get("translate") != "no" and any(map(str.isalpha, _key(text)))]


def problems(source: Source, data: Any, docs: Path) -> Iterator[Problem]:
    """Where the `data` of pictures.yml and the drawings below the folder `docs` do not fit together."""
    for number, entry in enumerate(data if isinstance(data, list) else ()):
        id, words = (entry.get("id"), entry.get("words")) if isinstance(entry, dict) else (None, None)
        file = docs / FOLDER / f"{id}.svg"
        if not isinstance(id, str) or not isinstance(words, dict):
            continue
        try:
            drawing = file.read_text("utf-8-sig")
            known = keys(drawing)
        except (OSError, UnicodeDecodeError, ElementTree.ParseError):
            fix = f"Draw it in {docs.name}/{FOLDER}{id}.svg, or delete the entry."
            yield source.problem((number, "id"), f"'{id}': there is no such drawing", fix)
            continue
        for key in words.keys() - set(known):
            yield source.problem((number, "words", key), f"'{id}' has no text '{key}'", one_of(str(key), known))
        for key in dict.fromkeys(key for key in known if key not in words):
            fix = f'Add its words, or write <text translate="no"> in {docs.name}/{FOLDER}{id}.svg.'
            yield source.problem((number, "words"), f"'{id}': no words for the text '{key}'", fix)
        for name in dict.fromkeys(name for name in _VARIABLE.findall(drawing) if name not in COLOURS):
            yield Problem(f"{docs.name}/{FOLDER}{id}.svg", 0, f"there is no colour --{name}", one_of(name, COLOURS))
