"""Finds recovery phrases of Chinese characters without spaces: with the checksum of a phrase, or very rare.

assets/secrets/chinese_phrases.js does exactly the same. Characters that stand singly are words: see word_phrases.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, repeat
from operator import sub

from handrail.secrets import checksums, wordlists
from handrail.secrets.character_rarity import LENGTHS, Rarity, is_phrase
from handrail.secrets.normalization import NormalizedText
from handrail.secrets.rules import is_named, pattern
from handrail.secrets.word_runs import PHRASE, Match

AFTER_WORD = Rarity(600, 650)
"""After a word for a phrase."""
ALONE = Rarity(600, 800)
"""Without other Chinese on the line."""
CLAUSE = Rarity(760, 980)
"""Between two punctuation marks of a sentence."""
EMBEDDED = 700
"""Inside a longer clause, with a right checksum: only a warning."""


def find(normalized: NormalizedText) -> Iterator[Match]:
    lower = normalized.lower
    for match in pattern("phrase").finditer(lower) if is_named("phrase", lower) else ():
        for start in range(match.start(1), match.end() + 1):
            offsets = _next_characters(lower, start)
            for length in LENGTHS:
                if len(offsets) >= length and is_phrase("".join([lower[at] for at in offsets[:length]]), AFTER_WORD):
                    yield "phrase-run", start, offsets[length - 1] + 1
    for lines in pattern("han_lines").finditer(lower):
        start, end = lines.span()
        if end - start < LENGTHS[0] - 1:
            continue  # as most are: too short for a phrase
        rarity = ALONE if _is_alone(lower, start, end) else CLAUSE
        runs = list(pattern("han").finditer(lower, start, end))
        if _are_groups([run[0] for run in runs]) and is_phrase("".join([run[0] for run in runs]), rarity):
            yield "phrase-run", start, end
        for run in runs:
            if is_phrase(run[0], rarity if len(runs) == 1 else CLAUSE):
                yield "phrase-run", *run.span()
            elif len(run[0]) > PHRASE:
                yield from _find_embedded(run[0], run.start())


def _is_alone(lower: str, start: int, end: int) -> bool:
    """Whether there are no other Chinese characters on the line."""
    first = lower.rfind("\n", 0, start) + 1
    last = lower.find("\n", end)
    return not any(
        pattern("han").search(part) for part in (lower[first:start], lower[end : last if last >= 0 else None])
    )


def _are_groups(runs: Sequence[str]) -> bool:
    """Whether characters stand in groups of one size; the last may be smaller."""
    sizes = [len(run) for run in runs]
    return len(runs) > 1 and len({*sizes[:-1]}) == 1 and sizes[-1] <= sizes[0]


def _next_characters(lower: str, start: int) -> list[int]:
    """The offsets of the next Chinese characters, as many as the longest phrase has, over spaces and line ends."""
    offsets: list[int] = []
    for at in range(start, len(lower)):
        if "\u3400" <= lower[at] <= "\u9fff":
            offsets.append(at)
        elif lower[at] not in " \t\r\n":
            break
        if len(offsets) == LENGTHS[-1]:
            break
    return offsets


def _find_embedded(text: str, offset: int) -> Iterator[Match]:
    """The first phrase in a longer text, and the first after it, and so on."""
    for known, listed in zip(wordlists.chinese(), _listed(), strict=True):
        if not listed.search(text):
            continue
        sums = [0, *accumulate(map(known.get, text, repeat(0)))]
        if not any(max(map(sub, sums[length:], sums), default=0) >= EMBEDDED * length for length in LENGTHS):
            continue  # no part of it is rare
        misses = [0, *accumulate(character not in known for character in text)]
        start = 0
        while start <= len(text) - PHRASE:
            end = next(
                (e for e in (start + n for n in LENGTHS) if _is_embedded(text, known, sums, misses, start, e)), 0
            )
            if end:
                yield "phrase-inside", offset + start, offset + end
            start = end or start + 1


@cache
def _listed() -> tuple[re.Pattern[str], ...]:
    """For each list a pattern of as many of its characters as the shortest phrase has."""
    return tuple(re.compile(f"[{''.join(known)}]{{{PHRASE}}}") for known in wordlists.chinese())


def _is_embedded(
    text: str, known: dict[str, int], sums: Sequence[int], misses: Sequence[int], start: int, end: int
) -> bool:
    if end > len(text) or misses[end] != misses[start]:
        return False
    rare = sums[end] - sums[start] >= EMBEDDED * (end - start)
    return rare and checksums.bip39([known[character] for character in text[start:end]])
