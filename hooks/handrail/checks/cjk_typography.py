"""Typography of Han and Latin characters in one text: what AutoCorrect changes, as spacing or as punctuation.

AutoCorrect knows the conventions and the exceptions, and ignores code, URLs and attributes of Markdown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import autocorrect_py

_HAN = "[\u3400-\u9fff\uf900-\ufaff\u3041-\u30ff]"
_QUOTES = re.compile(rf"""(?<={_HAN})"|"(?={_HAN})|(?<={_HAN})\.{{3,}}""")
_BAR = re.compile(" *[|] *")
"""Between two cells of a table, where spaces are as one likes."""


@dataclass(frozen=True)
class Slip:
    """A line that AutoCorrect changes. `is_space` means that it changes nothing but spaces."""

    line: int
    old: str
    new: str
    is_space: bool


def slips(text: str, line: int = 1, kind: str = "markdown") -> tuple[Slip, ...]:
    """The lines of a text to correct. `kind` is a file type that AutoCorrect knows."""
    corrected = autocorrect_py.lint_for(text, kind).lines
    changes = ((change.line, change.old.strip(), change.new.strip()) for change in corrected)
    return tuple(
        Slip(line + at - 1, old, new, _unspaced(old) == _unspaced(new))
        for at, old, new in changes
        if _BAR.sub("|", old) != _BAR.sub("|", new)
    )


def _unspaced(text: str) -> str:
    return re.sub(r"\s", "", text)


def has_straight_quotes(text: str) -> bool:
    """Whether there are straight quotation marks, or full stops as an ellipsis, next to Han characters."""
    return _QUOTES.search(text) is not None
