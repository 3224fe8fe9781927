"""Tells lines of code from lines of prose, for whoever rewrites Markdown line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_FENCE = re.compile(r"[ \t]*(```+|~~~+)")


def marked(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it is part of a fenced code block, the fences included."""
    fence = ""
    for line in lines:
        opening = None if fence else _FENCE.match(line)
        yield line, bool(fence or opening)
        if opening:
            fence = opening[1]
        elif fence and line.strip().startswith(fence):
            fence = ""
