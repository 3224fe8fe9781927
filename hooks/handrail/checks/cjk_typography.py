"""How Han characters and Latin letters stand beside each other: what AutoCorrect says of a text, in two kinds.

AutoCorrect knows the conventions and the exceptions. It leaves code, addresses and attributes of Markdown alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import autocorrect_py

_HAN = "[\u3400-\u9fff\uf900-\ufaff\u3041-\u30ff]"
_QUOTES = re.compile(rf"""(?<={_HAN})"|"(?={_HAN})|(?<={_HAN})\.{{3,}}""")


@dataclass(frozen=True)
class Slip:
    """`is_space` says that nothing but spaces is missing or too much."""

    line: int
    old: str
    new: str
    is_space: bool


def slips(text: str, line: int = 1, kind: str = "markdown") -> tuple[Slip, ...]:
    """What is written otherwise than is usual, line by line, in a text of a kind that AutoCorrect knows."""
    found = ((each.line, each.old.strip(), each.new.strip()) for each in autocorrect_py.lint_for(text, kind).lines)
    return tuple(Slip(line + at - 1, old, new, _letters(old) == _letters(new)) for at, old, new in found)


def _letters(text: str) -> str:
    return re.sub(r"\s", "", text)


def straight(text: str) -> bool:
    """Whether there are straight quotation marks, or a row of full stops, beside Han characters."""
    return _QUOTES.search(text) is not None
