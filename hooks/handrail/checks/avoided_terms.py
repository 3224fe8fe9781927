"""Finds the terms that the glossary says to avoid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from handrail.content.glossary import Term


@dataclass(frozen=True)
class Avoided:
    """Those of one language: a pattern that matches any of them, and the preferred term for each."""

    any: re.Pattern[str]
    instead: tuple[tuple[str, str], ...]

    def problems(self, text: str) -> Iterator[tuple[str, str]]:
        """A message and a fix for each avoided term in a text."""
        for word, preferred in self.instead if self.any.search(text) else ():
            if _word(word).search(_word(preferred).sub("", text)):
                fix = f"Write '{preferred}'." if preferred else "Use another word."
                yield f"the glossary avoids '{word}'", fix


def avoided(terms: Iterable[Term], language: str) -> Avoided:
    instead = [(word, term.prefer.get(language, "")) for term in terms for word in term.avoid.get(language, ())]
    words = "|".join(re.escape(word) for word, _ in instead)
    return Avoided(re.compile(words or r"(?!)", re.IGNORECASE), tuple(instead))


@cache
def _word(word: str) -> re.Pattern[str]:
    """Matches a word: whole in scripts with word spaces, anywhere in scripts without."""
    if not word:
        return re.compile(r"(?!)")
    start = r"(?<!\w)" if word[0].isascii() else ""
    end = r"(?!\w)" if word[-1].isascii() else ""
    flags = re.IGNORECASE | (re.ASCII if word.isascii() else re.UNICODE)
    return re.compile(f"{start}{re.escape(word)}{end}", flags)
