"""Finds recovery phrases of Chinese characters: set apart, or unspaced as many as a phrase has.

assets/secrets/chinese_phrases.js does exactly the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from handrail.secrets import checksums, wordlists
from handrail.secrets.list_numbering import is_digit, is_number
from handrail.secrets.normalization import Plain
from handrail.secrets.rules import pattern, rules
from handrail.secrets.word_runs import PHRASE, Found, Word, phrases

LENGTHS = (12, 15, 18, 21, 24)
RARE, VERY_RARE = 600, 700
"""The Chinese lists begin with common characters, which ordinary text is made of: means of their places."""


def find(plain: Plain) -> Iterator[Found]:
    yield from _apart(plain)
    yield from _unspaced(plain.lower)


def _apart(plain: Plain) -> Iterator[Found]:
    """Chinese characters of the lists that stand singly, with anything but letters between them."""
    singles: list[Word] = []
    away = 0
    for match in pattern("characters").finditer(plain.lower):
        start, end = match.span()
        cuts = [start, *(at for at in range(start + 1, end) if at in plain.seams), end] if match[1] else []
        if cuts and len(cuts) == end - start + 1:
            for at in range(start, end):
                is_unit = plain.lower[at] in rules()["units"] and is_digit(plain.lower[at - 1 : at])
                singles.append(Word("" if is_unit else plain.lower[at], at, at + 1, away))
                away = 0
        elif not is_number(plain.lower, start, end):
            away += end - start
    known = wordlists.chinese()

    def is_listed(one: str) -> bool:
        return one in known[0] or one in known[1]

    for _, start, end in phrases(singles, is_listed, (lambda one: True,) * 2):  # here a part is enough
        yield "phrase-characters", start, end


def _unspaced(lower: str) -> Iterator[Found]:
    """Chinese characters that have the number and the checksum of a phrase, and are too rare to be a sentence."""
    for match in pattern("phrase").finditer(lower):
        for start in range(match.start(1), match.end() + 1):
            places = _following(lower, start)
            for length in LENGTHS:
                if _is_phrase("".join(lower[at] for at in places[:length]), length):
                    yield "phrase-run", start, places[length - 1] + 1
    for lines in pattern("han_lines").finditer(lower):
        start, end = lines.span()
        runs = list(pattern("han").finditer(lower, start, end))
        joined = "".join(run[0] for run in runs)
        if len(runs) > 1 and _is_phrase(joined, len(joined)):
            yield "phrase-run", start, end
        for run in runs:
            if _is_phrase(run[0], len(run[0])):
                yield "phrase-run", *run.span()
            elif len(run[0]) > PHRASE:
                yield from _inside(run[0], run.start())


def _following(lower: str, start: int) -> list[int]:
    """The places of the next Chinese characters, as many as the longest phrase has, over spaces and line ends."""
    places: list[int] = []
    for at in range(start, len(lower)):
        if "\u3400" <= lower[at] <= "\u9fff":
            places.append(at)
        elif lower[at] not in " \t\r\n":
            break
        if len(places) == LENGTHS[-1]:
            break
    return places


def _is_phrase(text: str, length: int) -> bool:
    """Whether a text of that length has the checksum, and is rare or, as published examples are, repeats itself."""
    if length not in LENGTHS or len(text) != length:
        return False
    for known in wordlists.chinese():
        indexes = [known.get(one, -1) for one in text]
        if -1 in indexes or not (sum(indexes) >= RARE * length or _repeats(text)):
            continue
        if checksums.bip39(indexes):
            return True
    return False


def _repeats(text: str) -> bool:
    """Whether three characters in a row come again. One character alone is laughter."""
    return len(set(text)) > 1 and any(text.find(text[at : at + 3], at + 1) > 0 for at in range(len(text) - 2))


def _inside(text: str, offset: int) -> Iterator[Found]:
    """The first phrase in a longer text, and the first after it, and so on."""
    for known in wordlists.chinese():
        sums = [0, *accumulate(known.get(one, 0) for one in text)]
        misses = [0, *accumulate(one not in known for one in text)]
        start = 0
        while start <= len(text) - PHRASE:
            end = next((e for e in (start + n for n in LENGTHS) if _fits(text, known, sums, misses, start, e)), 0)
            if end:
                yield "phrase-inside", offset + start, offset + end
            start = end or start + 1


def _fits(text: str, known: dict[str, int], sums: Sequence[int], misses: Sequence[int], start: int, end: int) -> bool:
    if end > len(text) or misses[end] != misses[start]:
        return False
    rare = sums[end] - sums[start] >= VERY_RARE * (end - start)
    return rare and checksums.bip39([known[one] for one in text[start:end]])
