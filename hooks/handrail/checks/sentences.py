"""Splits a text into sentences, in any script that ends them with punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"[^\s.!?。！？؟।][^.!?。！？؟।]*(?:[.!?](?!\s|$)[^.!?。！？؟।]*)*[.!?。！？؟।]*")


def sentences(text: str, line: int = 1) -> Iterator[tuple[int, str]]:
    """Each sentence with its line. The text starts on `line`."""
    for match in _SENTENCE.finditer(text):
        yield line + text.count("\n", 0, match.start()), match[0].strip()
