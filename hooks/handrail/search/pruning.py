"""Pruning: which terms an index does without, because they take much room and tell little. A small site keeps them all.

Pairs of characters that stand together no more often than by chance could go too, for a fifth of the bytes; measured on
sets of questions, that costs up to a point of what is found first, so they stay.
"""

from __future__ import annotations

from handrail.search import character_table
from handrail.search.inverted_index import InvertedIndex

MIN_ARTICLES = 200
MAX_SHARE = 0.3
"""A single character that stands in more than this share of the articles tells little of any."""


def frequent_characters(index: InvertedIndex) -> dict[str, int]:
    """Single characters whose articles are not kept, with the number of those articles."""
    articles = len(index.documents)
    if articles < MIN_ARTICLES:
        return {}
    return {
        term: index.frequency(term)
        for term, postings in index.terms.items()
        if len(term) == 1 and _is_unspaced(term) and len(postings.articles) > MAX_SHARE * articles
    }


def _is_unspaced(term: str) -> bool:
    return character_table.class_of(term[0]) == character_table.UNSPACED
