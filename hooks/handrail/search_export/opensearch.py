"""Settings for OpenSearch, from 2: the body of `PUT /NAME`, and that of a search, as `PUT /_scripts/ID` stores it.

docs.opensearch.org: analyzers/token-filters/synonym-graph, query-dsl/full-text/multi-match, and
api-reference/search-template.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from handrail.search_export.cut_terms import query
from handrail.search_export.records import FIELDS


def index(groups: Sequence[Sequence[str]], stop_terms: Sequence[str]) -> dict[str, Any]:
    """`groups` are words that mean the same. Terms are cut at spaces and changed no further: they are stems already."""
    text = {"type": "text", "analyzer": "whitespace", "search_analyzer": "question"}
    keyword = {"type": "keyword"}
    return {
        "settings": {
            "analysis": {
                "filter": {
                    "stop_words": {"type": "stop", "stopwords": list(stop_terms)},
                    "glossary": {
                        "type": "synonym_graph",
                        "synonyms": [", ".join(map(query, words)) for words in groups],
                    },
                },
                "analyzer": {
                    "question": {"type": "custom", "tokenizer": "whitespace", "filter": ["glossary", "stop_words"]}
                },
            }
        },
        "mappings": {
            "dynamic": False,
            "properties": {
                **dict.fromkeys(FIELDS, text),
                **dict.fromkeys(("article", "path", "lang", "type", "category"), keyword),
                "weight": {"properties": {"level": {"type": "integer"}, "position": {"type": "integer"}}},
            },
        },
    }


def search_template() -> dict[str, Any]:
    """A search for `{{terms}}` in `{{lang}}`: each article once, by its best record."""
    fields = [f"{name}^{weight}" for name, weight in FIELDS.items()]
    return {
        "script": {
            "lang": "mustache",
            "source": {
                "query": {
                    "bool": {
                        "must": {"multi_match": {"query": "{{terms}}", "fields": fields, "type": "most_fields"}},
                        "filter": {"term": {"lang": "{{lang}}"}},
                    }
                },
                "collapse": {"field": "path"},
            },
        }
    }
