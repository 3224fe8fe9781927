"""The words that a help center avoids, by what its glossary says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from handrail.content.glossary import Term


@dataclass(frozen=True)
class Avoided:
    """Those of one language: a pattern that finds any of them, and what each is to be instead."""

    any: re.Pattern[str]
    instead: tuple[tuple[str, str], ...]

    def found(self, text: str) -> Iterator[tuple[str, str]]:
        """What is wrong with a text, and the fix."""
        for word, preferred in self.instead if self.any.search(text) else ():
            if _word(word).search(_word(preferred).sub("", text)):
                fix = f"Write '{preferred}'." if preferred else "Say it otherwise."
                yield f"'{word}' is no word of this help center", fix


def avoided(terms: Iterable[Term], language: str) -> Avoided:
    instead = [(word, term.prefer.get(language, "")) for term in terms for word in term.avoid.get(language, ())]
    words = "|".join(re.escape(word) for word, _ in instead)
    return Avoided(re.compile(words or r"(?!)", re.IGNORECASE), tuple(instead))


@cache
def _word(word: str) -> re.Pattern[str]:
    """Finds a word: whole where letters make words, anywhere where nothing stands between them."""
    if not word:
        return re.compile(r"(?!)")
    start = r"(?<!\w)" if word[0].isascii() else ""
    end = r"(?!\w)" if word[-1].isascii() else ""
    flags = re.IGNORECASE | (re.ASCII if word.isascii() else re.UNICODE)
    return re.compile(f"{start}{re.escape(word)}{end}", flags)
