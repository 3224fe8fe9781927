"""Advice that harms: what asks for a secret, or promises what only a thief would, as rules/safety.yml tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from handrail.checks.mentions import told
from handrail.checks.sentences import sentences


def harmful(text: str, title: str, line: int = 1) -> Iterator[tuple[int, str, str]]:
    """Each sentence that gives such advice: its line, what is wrong, the fix. The text begins on `line`."""
    if not _any().search(text):
        return
    near = f"{title} {text}"
    for number, kind in enumerate(told()["advice"]):
        if _any_of(number, "says").search(text):
            for at, sentence in sentences(text, line):
                if _harms(number, sentence, near):
                    yield at, kind["what"], kind["fix"]


def _harms(kind: int, sentence: str, near: str) -> bool:
    """Whether a sentence gives advice of a kind, and does not warn of it, in a text that makes it harmful."""
    says, warns = _any_of(kind, "says").search(sentence), _any_of(kind, "not").search(sentence)
    return bool(says and not warns and _any_of(kind, "near").search(near))


@cache
def _any() -> re.Pattern[str]:
    """Finds what any kind of advice says."""
    return re.compile("|".join(each for kind in told()["advice"] for each in kind["says"]), re.IGNORECASE)


@cache
def _any_of(kind: int, key: str) -> re.Pattern[str]:
    """The patterns of a kind of advice as one; where there are none, it finds everything."""
    return re.compile("|".join(told()["advice"][kind].get(key, [""])), re.IGNORECASE)
