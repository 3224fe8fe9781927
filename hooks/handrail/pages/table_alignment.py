"""The alignment of table cells as classes: a content security policy forbids the `style` that Markdown writes."""

from __future__ import annotations

import re

_ALIGNED = re.compile(r'<(t[hd])((?: [^>]*?)?) style="text-align: (left|center|right);"([^>]*)>')
_SIDES = {"left": "align-start", "center": "align-center", "right": "align-end"}
"""Where a language runs from right to left, so do the columns: the side of a cell turns with them."""


def without_inline_styles(page: str) -> str:
    """The HTML of an article with the alignment of table cells as classes."""
    return _ALIGNED.sub(_with_class, page)


def _with_class(cell: re.Match[str]) -> str:
    tag, before, side, after = cell.groups()
    attributes, name = before + after, _SIDES[side]
    if ' class="' not in attributes:
        return f'<{tag}{attributes} class="{name}">'
    return f"<{tag}{attributes}>".replace(' class="', f' class="{name} ', 1)
