"""Finds advice that does harm: asking for a secret, or promising what only a thief would. safety.yml lists it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from handrail.checks.mentions import safety_data
from handrail.checks.sentences import sentences


def harmful(text: str, title: str, line: int = 1) -> Iterator[tuple[int, str, str]]:
    """Line, message and fix of each sentence that gives such advice. The text starts on `line`."""
    if not _any().search(text):
        return
    context = f"{title} {text}"
    for number, kind in enumerate(safety_data()["advice"]):
        if _any_of(number, "says").search(text):
            for at, sentence in sentences(text, line):
                if _harms(number, sentence, context):
                    yield at, kind["what"], kind["fix"]


def _harms(kind: int, sentence: str, context: str) -> bool:
    """Whether a sentence gives advice of a kind and does not warn of it, in a context that makes it harmful."""
    says, warns = _any_of(kind, "says").search(sentence), _any_of(kind, "not").search(sentence)
    return bool(says and not warns and _any_of(kind, "near").search(context))


@cache
def _any() -> re.Pattern[str]:
    """Matches the wording of any kind of advice."""
    return re.compile("|".join(pattern for kind in safety_data()["advice"] for pattern in kind["says"]), re.IGNORECASE)


@cache
def _any_of(kind: int, key: str) -> re.Pattern[str]:
    """The patterns of a kind of advice as one; it matches everything where there are none."""
    return re.compile("|".join(safety_data()["advice"][kind].get(key, [""])), re.IGNORECASE)
