"""What an index can do without: terms that take much room and tell little. A small site keeps them all.

Pairs of characters that stand together no more often than by chance could go too, for a fifth of the bytes; measured on
sets of questions, that costs up to a point of what is found first, so they stay.
"""

from __future__ import annotations

from handrail.search import character_table
from handrail.search.inverted_index import Index

ENOUGH = 200
"""From so many articles on."""
COMMON = 0.3
"""A single character that stands in more than this share of the articles tells little of any."""


def common(index: Index) -> dict[str, int]:
    """Single characters whose places in texts are not kept, with the number of articles they stand in."""
    articles = len(index.documents)
    if articles < ENOUGH:
        return {}
    return {
        term: index.frequency(term)
        for term, found in index.terms.items()
        if len(term) == 1 and _is_dense(term) and len(found.body) > COMMON * articles
    }


def _is_dense(term: str) -> bool:
    return character_table.class_of(term[0]) == character_table.DENSE
