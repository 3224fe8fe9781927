"""The files of an export, for the servers that are known. None of them is asked for anything here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from handrail.search.stop_words import stop_words
from handrail.search_export import cut_terms, meilisearch, opensearch, typesense
from handrail.search_export.records import Record

RECORDS = "records.jsonl"


def files(
    records: Iterable[Record], languages: Iterable[str], groups: Sequence[Sequence[str]], collection: str
) -> dict[str, str]:
    """The texts of the files by path. `groups` are words that mean the same; `collection` is what a server calls the
    records."""
    stop_terms = sorted({term for code in languages for term in cut_terms.query(stop_words(code)).split()})
    settings: Mapping[str, Any] = {
        "typesense/collection.json": typesense.schema(collection),
        "typesense/synonyms.json": typesense.synonyms(groups),
        "typesense/search.json": typesense.parameters(collection),
        "meilisearch/settings.json": meilisearch.settings(groups, stop_terms),
        "opensearch/index.json": opensearch.index(groups, stop_terms),
        "opensearch/search.json": opensearch.search_template(),
    }
    return {
        RECORDS: "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records),
        **{path: f"{json.dumps(value, ensure_ascii=False, indent=1)}\n" for path, value in settings.items()},
    }
