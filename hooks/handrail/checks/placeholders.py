"""Placeholders that nobody filled: what a template of an article or a translation has where its author is to write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handrail.markdown import code_fences
from handrail.schema.fields import PLACEHOLDER

_PREFIX = r"[ \t]*(?:(?:#{1,6}|[-*+]|\d+[.)]|>)[ \t]+)*"
_UNFILLED = re.compile(rf"{_PREFIX}(?:{PLACEHOLDER}|\[{PLACEHOLDER}\]\([^)]*\))[ \t]*(?:\{{[^}}]*\}}[ \t]*)?")
"""A heading, an item or a paragraph of one line that is a placeholder, or a link with one for its words."""


def unfilled_lines(lines: Sequence[str]) -> Iterator[int]:
    """The numbers, from 0, of lines that hold nothing else: within a sentence the same sign is an ellipsis."""
    for number, (line, is_code) in enumerate(code_fences.marked(lines)):
        if not is_code and _UNFILLED.fullmatch(line):
            yield number
