"""The text of a page's file as a whole, for what is looked for in all of it."""

from __future__ import annotations

import re

from handrail.content.markdown_file import MarkdownFile
from handrail.markdown.nodes import ATTRIBUTES

_HASH = re.compile(r"""(?m)(?<=: )["']?[0-9a-f]{8}["']?$""")
"""A hash of a section, which a translation keeps in its front matter: eight digits may look like a telephone number."""


def of(file: MarkdownFile) -> str:
    """The whole file with its line numbers: front matter and content, blank lines in place of the fences."""
    front_matter, content = file.front_matter, file.content
    if front_matter is content:
        return content.text
    fence = "\n" * (content.first_line - front_matter.first_line - front_matter.text.count("\n"))
    return "\n" * (front_matter.first_line - 1) + front_matter.text + fence + content.text


def without_hashes(text: str) -> str:
    """The text without attribute lists and hashes, everything else in its place."""
    return _HASH.sub(_blank, ATTRIBUTES.sub(_blank, text))


def _blank(match: re.Match[str]) -> str:
    """Spaces, so that everything after them keeps its place."""
    return " " * len(match[0])
