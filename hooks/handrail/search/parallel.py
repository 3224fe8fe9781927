"""The indexes of all languages of a site: where there is much to do, each in a process of its own."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from handrail.search import index_files
from handrail.search.document import Document

MANY = 2000
"""From so many documents on, in all languages together, processes are worth starting."""


def build_all(
    documents: Mapping[str, Sequence[Document]], glossary: Sequence[Sequence[str]]
) -> dict[str, index_files.IndexFiles]:
    """The index of each language, by its code. `glossary` holds groups of words that mean the same."""
    build = partial(index_files.build, glossary=glossary)
    if len(documents) == 1 or sum(map(len, documents.values())) < MANY:
        return {code: build(code, of_language) for code, of_language in documents.items()}
    with ProcessPoolExecutor(min(len(documents), os.cpu_count() or 1)) as processes:
        return dict(zip(documents, processes.map(build, documents.keys(), documents.values()), strict=True))
