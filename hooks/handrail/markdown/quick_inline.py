"""Has Python-Markdown pass texts without marks at once: it looks in each for some twenty, and most have none.

It is the same step with a look before it. Where the library names its own parts otherwise one day, only the look is
gone.
"""

from __future__ import annotations

import re
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor

STEP, PRIORITY = "inline", 20
"""What Python-Markdown calls it, and where it comes."""
MARKS = re.compile(r"[`\\\[<&*_~]|  \n")
"""What the patterns of a help center's Markdown begin with, a `!` before a bracket apart."""
PATTERNS = {
    *("backtick", "escape", "footnote", "reference", "link", "image_link", "image_reference", "short_reference"),
    *("short_image_ref", "autolink", "automail", "linebreak", "html", "entity", "em_strong", "delimiter"),
}
DELIMITERS = {"*", "_", "~"}
"""Those that the last two of them look for; extensions add others."""


class QuickInline(Extension):
    """An extension that comes after all those which bring patterns of their own."""

    def extendMarkdown(self, md: Markdown) -> None:
        delimiters = {token for pattern in md.inlinePatterns for token in getattr(pattern, "tokens", ())}
        known = sum(name in md.inlinePatterns for name in PATTERNS)
        if known == len(md.inlinePatterns) and delimiters <= DELIMITERS:
            md.treeprocessors.register(_Inline(md), STEP, PRIORITY)


class _Inline(InlineProcessor):
    def _InlineProcessor__handleInline(self, data: str, *arguments: Any) -> str:
        if not MARKS.search(data):
            return data
        handled: str = super()._InlineProcessor__handleInline(data, *arguments)  # type: ignore[misc]
        return handled
