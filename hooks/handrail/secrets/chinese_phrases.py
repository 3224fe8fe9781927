"""Finds recovery phrases of Chinese characters: set apart, or unspaced as many as a phrase has.

assets/secrets/chinese_phrases.js does exactly the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from handrail.secrets import checksums, wordlists
from handrail.secrets.list_numbering import is_digit, is_numbering
from handrail.secrets.normalization import NormalizedText
from handrail.secrets.rules import pattern, rules
from handrail.secrets.word_runs import PHRASE, Match, Word, find_runs

LENGTHS = (12, 15, 18, 21, 24)
RARE_INDEX, VERY_RARE_INDEX = 600, 700
"""The Chinese lists begin with common characters, which ordinary text is made of: the means of their indexes."""


def find(normalized: NormalizedText) -> Iterator[Match]:
    yield from _find_separated(normalized)
    yield from _find_unspaced(normalized.lower)


def _find_separated(normalized: NormalizedText) -> Iterator[Match]:
    """Chinese characters of the lists that stand singly, with anything but letters between them."""
    singles: list[Word] = []
    distance = 0
    for match in pattern("characters").finditer(normalized.lower):
        start, end = match.span()
        cuts = [start, *(at for at in range(start + 1, end) if at in normalized.seams), end] if match[1] else []
        if cuts and len(cuts) == end - start + 1:
            for at in range(start, end):
                is_unit = normalized.lower[at] in rules()["units"] and is_digit(normalized.lower[at - 1 : at])
                singles.append(Word("" if is_unit else normalized.lower[at], at, at + 1, distance))
                distance = 0
        elif not is_numbering(normalized.lower, start, end):
            distance += end - start
    known = wordlists.chinese()

    def is_listed(character: str) -> bool:
        return character in known[0] or character in known[1]

    for _, start, end in find_runs(singles, is_listed, (lambda character: True,) * 2):  # here a part is enough
        yield "phrase-characters", start, end


def _find_unspaced(lower: str) -> Iterator[Match]:
    """Chinese characters that have the number and the checksum of a phrase, and are too rare to be a sentence."""
    for match in pattern("phrase").finditer(lower):
        for start in range(match.start(1), match.end() + 1):
            offsets = _next_characters(lower, start)
            for length in LENGTHS:
                if _is_phrase("".join(lower[at] for at in offsets[:length]), length):
                    yield "phrase-run", start, offsets[length - 1] + 1
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
                yield from _find_embedded(run[0], run.start())


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


def _is_phrase(text: str, length: int) -> bool:
    """Whether a text of that length has the checksum, and is rare or, as published examples are, repeats itself."""
    if length not in LENGTHS or len(text) != length:
        return False
    for known in wordlists.chinese():
        indexes = [known.get(character, -1) for character in text]
        if -1 in indexes or not (sum(indexes) >= RARE_INDEX * length or _repeats(text)):
            continue
        if checksums.bip39(indexes):
            return True
    return False


def _repeats(text: str) -> bool:
    """Whether three characters in a row come again. One character alone is laughter."""
    return len(set(text)) > 1 and any(text.find(text[at : at + 3], at + 1) > 0 for at in range(len(text) - 2))


def _find_embedded(text: str, offset: int) -> Iterator[Match]:
    """The first phrase in a longer text, and the first after it, and so on."""
    for known in wordlists.chinese():
        sums = [0, *accumulate(known.get(character, 0) for character in text)]
        misses = [0, *accumulate(character not in known for character in text)]
        start = 0
        while start <= len(text) - PHRASE:
            end = next(
                (e for e in (start + n for n in LENGTHS) if _is_embedded(text, known, sums, misses, start, e)), 0
            )
            if end:
                yield "phrase-inside", offset + start, offset + end
            start = end or start + 1


def _is_embedded(
    text: str, known: dict[str, int], sums: Sequence[int], misses: Sequence[int], start: int, end: int
) -> bool:
    if end > len(text) or misses[end] != misses[start]:
        return False
    rare = sums[end] - sums[start] >= VERY_RARE_INDEX * (end - start)
    return rare and checksums.bip39([known[character] for character in text[start:end]])
