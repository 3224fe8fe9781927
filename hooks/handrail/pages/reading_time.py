"""How long an article takes to read, as its page says it to readers in a hurry."""

from __future__ import annotations

import re
from collections.abc import Iterable

from handrail.search.document import Section

IDEOGRAPHS, WORDS = 255, 228
"""A minute's reading in Chinese characters and in English words (Trauzettel-Klosinski and Dietz, 2012)."""
_IDEOGRAPH = re.compile(r"[぀-ヿ㐀-䶿一-鿿豈-﫿]")


def minutes(sections: Iterable[Section]) -> int:
    """Whole minutes, at least one."""
    text = " ".join(f"{section.heading} {section.text}" for section in sections)
    rest, ideographs = _IDEOGRAPH.subn(" ", text)
    return max(1, round(ideographs / IDEOGRAPHS + len(rest.split()) / WORDS))
