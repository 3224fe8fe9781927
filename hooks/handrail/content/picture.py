"""What a picture says, as data: one clean drawing or screenshot, with its words and numbers in each language.

The file is in docs/images/; the data is in docs/data/pictures.yml, which a site may do without.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from handrail.content import drawing
from handrail.content.image_size import image_size
from handrail.schema.fields import Id, Localized, Number, Text, Value
from handrail.schema.problem import Problem, one_of
from handrail.schema.raw import texts
from handrail.schema.source import Source

FILE = "pictures.yml"
FOLDER = "images/"
"""Below the docs folder: pictures that all languages share."""


class Callout(Value):
    """A number on a picture, and what it stands for."""

    x: Number
    """Of its centre, in pixels of the picture from its left edge."""
    y: Number
    """Of its centre, in pixels of the picture from its upper edge."""
    text: Localized
    """What it says, in every language."""


class Picture(Value):
    id: Id
    """The name of its file without the ending."""
    words: dict[Text, Localized] = {}
    """What a drawing says, by the key that its `<text>` holds. A line break in the words is one in the drawing."""
    callouts: list[Callout] = []
    """The numbers on it, in their order."""
    has_words: bool = False
    """Whether a screenshot shows words, so that each language needs its own in its own folder."""


def problems(source: Source, data: Any, docs: Path) -> Iterator[Problem]:
    """Where the `data` of pictures.yml and the pictures below the folder `docs` do not fit together."""
    for number, entry in enumerate(data if isinstance(data, list) else ()):
        for id in texts(entry, "id"):
            yield from _word_problems(source, number, id, entry.get("words"), docs)
            yield from _callout_problems(source, number, id, entry.get("callouts"), docs)


def _word_problems(source: Source, number: int, id: str, words: Any, docs: Path) -> Iterator[Problem]:
    if not isinstance(words, dict):
        return
    path = f"{docs.name}/{FOLDER}{id}.svg"
    try:
        text = (docs / FOLDER / f"{id}.svg").read_text("utf-8-sig")
        keys = drawing.keys(text)
    except (OSError, UnicodeDecodeError, ElementTree.ParseError):
        yield source.problem((number, "id"), f"'{id}': there is no such drawing", f"Draw it in {path}, or delete this.")
        return
    for key in words.keys() - set(keys):
        yield source.problem((number, "words", key), f"'{id}' has no text '{key}'", one_of(str(key), keys))
    for key in dict.fromkeys(key for key in keys if key not in words):
        fix = f'Add its words, or write <text translate="no"> in {path}.'
        yield source.problem((number, "words"), f"'{id}': no words for the text '{key}'", fix)
    for name in drawing.unknown_colours(text):
        yield Problem(path, 0, f"there is no colour --{name}", one_of(name, drawing.COLOURS))


def _callout_problems(source: Source, number: int, id: str, callouts: Any, docs: Path) -> Iterator[Problem]:
    if not isinstance(callouts, list):
        return
    size = next(filter(None, map(image_size, sorted((docs / FOLDER).glob(f"{id}.*")))), None)
    if size is None:
        fix = f"Add it to {docs.name}/{FOLDER}, or delete this."
        yield source.problem((number, "id"), f"'{id}': there is no such picture", fix)
        return
    for place, callout in enumerate(callouts):
        for key, most in zip(("x", "y"), size, strict=True):
            value = callout.get(key) if isinstance(callout, dict) else None
            if isinstance(value, int) and not 0 <= value <= most:
                message = f"'{id}': {key} {value} is outside of the picture"
                yield source.problem((number, "callouts", place, key), message, f"It ends at {most}.")
