"""Settings for Meilisearch, from 1: the body of `PATCH /indexes/NAME/settings`.

meilisearch.com/docs: reference/api/settings.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from handrail.search_export.cut_terms import query
from handrail.search_export.records import FIELDS


def settings(groups: Sequence[Sequence[str]], stop_terms: Sequence[str]) -> dict[str, Any]:
    """`groups` are words that mean the same."""
    cut = [list(map(query, words)) for words in groups]
    return {
        "searchableAttributes": sorted(FIELDS, key=lambda name: -FIELDS[name]),
        "filterableAttributes": ["lang", "type", "category"],
        "sortableAttributes": ["weight.level", "weight.position"],
        "distinctAttribute": "path",
        "rankingRules": ["words", "typo", "proximity", "attribute", "exactness", "weight.level:desc"],
        "synonyms": {word: [other for other in words if other != word] for words in cut for word in words},
        "stopWords": list(stop_terms),
    }
