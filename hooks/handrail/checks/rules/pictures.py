"""Pictures: they arrive on a slow line, and say nothing in another language than their page.

That each has an alternative text is a rule of structure, and that its file exists one of links.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

from handrail.checks.context import Context
from handrail.checks.rule import Rule
from handrail.checks.source_page import Page
from handrail.content import drawing
from handrail.content.image_size import image_size
from handrail.content.picture import FILE, FOLDER
from handrail.markdown.nodes import Image
from handrail.schema.problem import Problem

MOST_BYTES = 1_000_000
MOST_PIXELS = 4000
"""Of the longer side: a phone's screen has about 2,800."""


def _shown(context: Context) -> Iterator[tuple[Page, Image, str]]:
    """Each picture of the docs folder on each page, with the path of the file that the page shows."""
    for page, image, to in context.links:
        if isinstance(image, Image) and to.is_inside and context.has_file(to.path):
            own = f"{page.language}/{to.path}"
            yield page, image, own if context.has_file(own) else to.path


def _size(context: Context) -> Iterator[Problem]:
    for page, image, path in _shown(context):
        file = context.docs / path
        size = image_size(file) or (0, 0)
        if (count := file.stat().st_size) > MOST_BYTES:
            message = f"the picture {path} has {count:,} bytes, more than {MOST_BYTES:,}"
            yield page.problem(image.line, message, "Crop it, make it smaller, or save it as WebP.")
        if max(size) > MOST_PIXELS:
            message = f"the picture {path} has {size[0]:,} by {size[1]:,} pixels, more than {MOST_PIXELS:,}"
            yield page.problem(image.line, message, "Crop it, or make it smaller.")


def _words(context: Context) -> Iterator[Problem]:
    codes, docs = context.loaded.codes, context.loaded.docs
    for page, image, path in _shown(context):
        language, _, rest = path.partition("/")
        data = (context.loaded.pictures or {}).get(PurePosixPath(path).stem if path.startswith(FOLDER) else "")
        if page.language not in codes or len(codes) < 2 or language == page.language:
            continue
        own = f"{docs}/{page.language}/{rest if language in codes else path}"
        if language in codes:
            message = f"the picture {path} is that of another language, '{language}'"
            yield page.problem(image.line, message, f"Add {own}, and show that.")
        elif data and data.has_words:
            message = f"the picture {path} shows words, and has no version in '{page.language}'"
            yield page.problem(image.line, message, f"Add {own}.")
        elif not (data and data.words) and (words := _words_of(context.docs / path)):
            message = f"the drawing {path} says '{words[0]}' in every language"
            fix = f'List its words in {docs}/data/{FILE}, or write <text translate="no">.'
            yield page.problem(image.line, message, fix)


def _words_of(file: Path) -> list[str]:
    """The words of a drawing; none in what is no drawing."""
    try:
        return drawing.keys(file.read_text("utf-8-sig")) if file.suffix.lower() == ".svg" else []
    except (OSError, UnicodeDecodeError, ElementTree.ParseError):
        return []


RULES = (
    Rule(
        "pictures/size",
        "warning",
        f"A picture has at most {MOST_BYTES:,} bytes, and {MOST_PIXELS:,} pixels on its longer side.",
        _size,
        facts=("targets",),
    ),
    Rule(
        "pictures/words",
        "warning",
        "The words of a picture are in the language of its page.",
        _words,
        facts=("targets",),
    ),
)
