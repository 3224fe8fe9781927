"""Settings for Typesense, from 0.24: a collection, its synonyms, and the parameters of a search.

typesense.org/docs: api/collections.html, api/synonyms.html, api/search.html.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from handrail.search_export.cut_terms import query
from handrail.search_export.records import FIELDS


def schema(collection: str) -> dict[str, Any]:
    """The body of `POST /collections`. What it does not name is kept with a record, and not indexed."""
    return {
        "name": collection,
        "enable_nested_fields": True,
        "symbols_to_index": ["#", "+"],
        "fields": [
            *({"name": name, "type": "string", "optional": True} for name in FIELDS),
            {"name": "lang", "type": "string", "facet": True},
            {"name": "path", "type": "string", "facet": True},
            {"name": "weight.level", "type": "int32"},
        ],
    }


def synonyms(groups: Sequence[Sequence[str]]) -> dict[str, dict[str, list[str]]]:
    """The body of each `PUT /collections/NAME/synonyms/ID`, by its id. `groups` are words that mean the same."""
    return {f"group-{number}": {"synonyms": list(map(query, words))} for number, words in enumerate(groups, 1)}


def parameters(collection: str) -> dict[str, str | int]:
    """Of each search. The best field decides; terms are dropped until forty records are found."""
    return {
        "collection": collection,
        "query_by": ",".join(FIELDS),
        "query_by_weights": ",".join(map(str, FIELDS.values())),
        "text_match_type": "max_weight",
        "drop_tokens_threshold": 40,
        "sort_by": "_text_match:desc,weight.level:desc",
        "group_by": "path",
        "group_limit": 3,
        "include_fields": "article,path,category,summary,type,hierarchy,content,anchor",
        "highlight_fields": "none",
    }
