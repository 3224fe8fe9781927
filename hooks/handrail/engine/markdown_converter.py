"""One converter of Markdown for all pages of a build, and one that looks for marks only where there are any.

An engine makes a new converter for each page, with all extensions, which takes a sixth of the time of a page; one that
is reset is as good, as Markdown's own documents say. And most texts are words and nothing else: they are passed by the
dozen patterns that would look for links, code and the like in each of them.
"""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

KNOWN = {
    *("backtick", "escape", "reference", "link", "image_link", "image_reference", "short_reference"),
    *("short_image_ref", "autolink", "automail", "linebreak", "html", "entity", "em_strong"),
}
"""The patterns of Markdown itself. Where an extension adds another one, every text is looked at."""
_SIGN = re.compile(r"[`\\\[\]!<&*_{\x02\x03]|  \n")
"""What one of them begins with, attributes, and what stands for something that was taken out before."""


def shared() -> SimpleNamespace:
    """The library `markdown`, for an engine, with a converter that is made once."""
    return SimpleNamespace(**{**vars(markdown), "Markdown": _Converter()})


class _Converter:
    def __init__(self) -> None:
        self.made: tuple[dict[str, Any], Any] = ({}, None)

    def __call__(self, **options: Any) -> Any:
        """A converter with these options, which are the same for every page."""
        if options != self.made[0]:
            converter: Any = markdown.Markdown(**options)
            patterns = converter.inlinePatterns
            if sum(name in patterns for name in KNOWN) == len(patterns):
                # around what looks for patterns, which has 20
                converter.treeprocessors.register(_Passed(converter), "passed", 21)
                converter.treeprocessors.register(_Unmarked(converter), "unmarked", 19)
            converter.block_level_elements = frozenset(
                converter.block_level_elements
            )  # a list, looked into all the time
            self.made = options, converter
        return self.made[1].reset()


class _Words(AtomicString):
    """A text that holds no mark: what looks for patterns leaves it alone."""


class _Passed(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not isinstance(element.text, AtomicString) and not _SIGN.search(element.text):
                element.text = _Words(element.text)


class _Unmarked(Treeprocessor):
    """What comes later may have business with words: typography, abbreviations."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if isinstance(element.text, _Words):
                element.text = str(element.text)
