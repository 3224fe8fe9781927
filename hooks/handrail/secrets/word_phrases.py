"""Finds recovery phrases of words: those of a list in a row, whatever stands between them.

assets/secrets/word_phrases.js does exactly the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from handrail.secrets import word_runs, wordlists
from handrail.secrets.normalization import NormalizedText
from handrail.secrets.rules import pattern
from handrail.secrets.typing_errors import is_ordinary, is_typo
from handrail.secrets.word_runs import BLOCK, PHRASE, SEED, Match, Run
from handrail.secrets.word_sequences import is_one_word, is_varied, sequences
from handrail.secrets.words import Word, words_of

SEPARATORS = 2
"""Different separators between words that are alike."""


def find(normalized: NormalizedText) -> Iterator[Match]:
    words = list(words_of(normalized))
    lists = [word.lists for word in words]
    for code in _codes(word_runs.lists_of_runs(lists, SEED)):
        yield from _find_adjacent(normalized.lower, words, code)
    for indexes in sequences(normalized.lower, words):
        for code in _codes(word_runs.lists_of_runs([lists[index] for index in indexes], BLOCK)):
            yield from _find_spread([words[index] for index in indexes], code)


def _codes(lists: int) -> list[int]:
    return [code for code in range(wordlists.COUNT) if lists >> code & 1]


def _flags(words: Sequence[Word], code: int) -> str:
    return "".join(["1" if word.lists >> code & 1 else "0" for word in words])


def _find_adjacent(lower: str, words: Sequence[Word], code: int) -> Iterator[Match]:
    """Phrases whose words stand one after the other."""
    for rule, first, last in _runs(lower, words, code):
        texts = [word.text for word in words[first : last + 1]]
        if rule == "phrase-part" and not _is_regular(lower, words[first : last + 1]):
            continue  # a sentence with punctuation
        is_certain = code == wordlists.ENGLISH or not words[first].is_glued  # long laughter has a fingerprint too
        if is_varied(texts) or (is_one_word(texts) and is_certain):
            yield _rule(rule, code), words[first].start, words[last].end


def _find_spread(words: Sequence[Word], code: int) -> Iterator[Match]:
    """Phrases with other words between theirs, which are left out here."""
    for rule, first, last in word_runs.whole_runs(_flags(words, code), BLOCK):
        if is_varied([word.text for word in words[first : last + 1]]):
            yield _rule(rule, code), words[first].start, words[last].end


def _rule(rule: str, code: int) -> str:
    return "phrase-characters" if code == wordlists.CHINESE else rule


def _runs(lower: str, words: Sequence[Word], code: int) -> Iterator[Run]:
    flags = _flags(words, code)
    if code == wordlists.PREFIXES:
        return word_runs.whole_runs(flags, PHRASE)
    if code == wordlists.CHINESE:
        return word_runs.runs(flags, lambda window, missing: True)
    return word_runs.runs(flags, lambda window, missing: _is_near(lower, words, window, missing, code))


def _is_near(lower: str, words: Sequence[Word], window: range, missing: Sequence[int], code: int) -> bool:
    """Whether the words of a window that are not listed may be mistyped.

    Two, or a word of every sentence, may be so only where the separators are alike. Only of English it is known what
    stands one letter away.
    """
    strays = [words[index].text for index in missing if not words[index].is_glued]
    is_regular = _is_regular(lower, words[window[0] : window[-1] + 1])
    if len(missing) == 2 and not is_regular:
        return False
    if code != wordlists.ENGLISH:
        return all(len(text) > 1 for text in strays)
    may_be_ordinary = len(missing) == 1 and is_regular
    return all(is_typo(text) and (may_be_ordinary or not is_ordinary(text)) for text in strays)


def _is_regular(lower: str, words: Sequence[Word]) -> bool:
    """Whether what stands between words is alike but for numbers."""
    separators = {pattern("number").sub("", lower[word.end : after.start]) for word, after in pairwise(words)}
    return len(separators) <= SEPARATORS
