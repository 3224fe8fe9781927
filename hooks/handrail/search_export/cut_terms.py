"""Text as a search server gets it: cut by our own analyzer, with spaces between the terms.

A server that cuts at spaces, as all do, then finds Chinese without a plugin, and words by the stems that the search in
the browser has. overrides/assets/hosted_search/query.js cuts what readers type in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handrail.search import analyzer, character_table, pinyin

MAX_SYLLABLES = 4
"""Syllables that people type without a space between them, at most."""
MIN_INITIALS = 3
"""Two letters are too often a word."""


def terms(texts: Iterable[str]) -> str:
    """All terms of some texts: of a run of unspaced characters, single ones and pairs."""
    return " ".join(term for text in texts for term in analyzer.terms(text))


def query(text: str) -> str:
    """The terms that a text is asked for by: of a run of unspaced characters only its pairs, if it has any."""
    found = analyzer.terms(text)
    around = zip(["", *found], found, [*found[1:], ""], strict=False)
    return " ".join(
        term
        for before, term, after in around
        if not (_is_unspaced(term) and (_pair_ends(before, term) or _pair_begins(after, term)))
    )


def pronunciation(texts: Iterable[str]) -> str:
    """The pinyin of the characters in some texts, as people type it: up to four syllables joined, and initials."""
    runs = [run for text in texts for run in pinyin.runs(text.translate(character_table.FOLDS))]
    spoken = {joined for run in runs for joined in _joined([syllable for _, syllable in run])}
    spoken |= pinyin.initials(runs, MIN_INITIALS, MAX_SYLLABLES)
    return terms(sorted(spoken))


def _joined(syllables: list[str]) -> Iterator[str]:
    for start in range(len(syllables)):
        for end in range(start + 1, min(start + MAX_SYLLABLES, len(syllables)) + 1):
            if all(syllables[start:end]):
                yield "".join(syllables[start:end])


def _is_unspaced(term: str) -> bool:
    return len(term) == 1 and term.translate(character_table.CLASSES) == str(character_table.UNSPACED)


def _pair_ends(pair: str, character: str) -> bool:
    return len(pair) == 2 and pair[1] == character


def _pair_begins(pair: str, character: str) -> bool:
    return len(pair) == 2 and pair[0] == character
