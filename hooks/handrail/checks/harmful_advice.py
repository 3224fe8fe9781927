"""Finds advice that does harm: asking for a secret, or promising what only a thief would. safety.yml lists it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from handrail.checks.mentions import safety_data
from handrail.checks.sentences import sentences

_HAN = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
_WRAPPED = re.compile(rf"(?<={_HAN})[ ]*\n[ ]*(?={_HAN})")


def harmful(text: str, title: str, line: int = 1) -> Iterator[tuple[int, str, str]]:
    """Line, message and fix of each sentence that gives such advice. The text starts on `line`."""
    whole = _on_one_line(text)
    folded = whole.casefold().replace("\u0307", "").replace("ı", "i")  # as patterns ignore case
    if not _held().search(folded) or not _any().search(whole):
        return
    for number, kind in enumerate(safety_data()["advice"]):
        if _of_kind(number, "says").search(whole) and _of_kind(number, "near").search(f"{title} {whole}"):
            for at, sentence in sentences(text, line):
                if _is_meant(_on_one_line(sentence), number):
                    yield at, kind["what"], kind["fix"]


def _on_one_line(text: str) -> str:
    """A text as a page shows it: wrapped lines join, between Han characters without a space."""
    return _WRAPPED.sub("", text).replace("\n", " ")


def _is_meant(sentence: str, kind: int) -> bool:
    """Whether a sentence gives advice of a kind, and says nothing by which it does not."""
    warns = "not" in safety_data()["advice"][kind] and _of_kind(kind, "not").search(sentence)
    return not warns and any(_is_given(sentence, match) for match in _of_kind(kind, "says").finditer(sentence))


def _is_given(sentence: str, advice: re.Match[str]) -> bool:
    """Whether a sentence neither denies an advice in it, in the same clause, nor tells of fraud."""
    start = max((match.end() for match in _breaks().finditer(sentence, 0, advice.start())), default=0)
    if _listed("denial").search(_listed("urging").sub("", sentence[start : advice.end()])):
        return False
    is_order = _lead().fullmatch(sentence, start, advice.start())
    return bool(is_order or not _listed("fraud").search(sentence))


@cache
def _held() -> re.Pattern[str]:
    """Matches the words without which no text gives such advice; few texts have one."""
    return re.compile("|".join(re.escape(word) for kind in safety_data()["advice"] for word in kind["holds"]))


@cache
def _any() -> re.Pattern[str]:
    """Matches the wording of any kind of advice."""
    return re.compile("|".join(pattern for kind in safety_data()["advice"] for pattern in kind["says"]), re.IGNORECASE)


@cache
def _of_kind(kind: int, key: str) -> re.Pattern[str]:
    """The patterns of a kind of advice as one; it matches everything where there are none."""
    return re.compile("|".join(safety_data()["advice"][kind].get(key, [""])), re.IGNORECASE)


@cache
def _listed(key: str) -> re.Pattern[str]:
    return re.compile("|".join(safety_data()[key]), re.IGNORECASE)


@cache
def _breaks() -> re.Pattern[str]:
    """Matches what ends a clause and begins another."""
    return re.compile(rf"[,;:，；：—–?？](?!\s*{safety_data()['joined']})", re.IGNORECASE)


@cache
def _lead() -> re.Pattern[str]:
    """Matches what may stand before the verb of an order."""
    return re.compile(rf"(?:\s|{safety_data()['polite']})*", re.IGNORECASE)
