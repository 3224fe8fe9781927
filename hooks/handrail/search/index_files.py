"""The files of an index: one for a small site, many for a large one. A browser fetches what its question needs.

Small: `<language>.<hash>.bin`, manifest and shards in one, and `<language>.<hash>.json`, the texts.
Large: a folder `<language>.<hash>/` with `index.bin`, the manifest; the shards `<number>.bin`; the texts
`<number>.json`. A hash of everything stands in the name, so a page never meets an index of another build.
"""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

from handrail.search import inverted_index
from handrail.search.document import Document
from handrail.search.manifest import manifest
from handrail.search.pronunciation import pronunciation
from handrail.search.pruning import frequent_characters
from handrail.search.shards import shards

Layout = Literal["small", "large", "auto"]
MIN_LARGE = 500
"""From so many articles on, `auto` means large."""
MAX_TEXT = 4096
"""Characters that a file of texts should have at most."""


@dataclass(frozen=True)
class IndexFiles:
    """An index as files, by path below the folder of search. `entry_file` is the one a browser begins with."""

    entry_file: str
    files: tuple[tuple[str, bytes], ...]


def build(
    language: str, documents: Sequence[Document], glossary: Sequence[Sequence[str]], layout: Layout = "auto"
) -> IndexFiles:
    """The index over documents of one language. `glossary` holds groups of synonyms."""
    with _garbage_collection_paused():
        return _build(
            language, documents, glossary, layout == "large" or (layout == "auto" and len(documents) >= MIN_LARGE)
        )


@contextmanager
def _garbage_collection_paused() -> Iterator[None]:
    """An index is millions of small objects without a cycle: looking for cycles takes a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _build(language: str, documents: Sequence[Document], glossary: Sequence[Sequence[str]], large: bool) -> IndexFiles:
    index = inverted_index.build(documents, with_initials=large)
    sorted_characters = pronunciation(index)
    character_shards, word_shards = shards(index, sorted_characters, frequent_characters(index))
    blocks = list(_blocks(documents)) if large else [list(documents)]
    counts = [len(block) for block in blocks]
    head = manifest(index, language, sorted_characters, (character_shards, word_shards), counts, glossary)
    pieces = [shard.data for shard in (*character_shards, *word_shards)]
    texts = [_json(block) for block in blocks]
    digest = hashlib.sha256(b"".join([head, *pieces, *texts])).hexdigest()[:12]
    name = f"{language}.{digest}"
    if not large:
        whole = b"".join([len(head).to_bytes(4, "big"), head, *pieces])
        return IndexFiles(f"{name}.bin", ((f"{name}.bin", whole), (f"{name}.json", texts[0])))
    files = [(f"{name}/index.bin", head)]
    files += [(f"{name}/{number}.bin", piece) for number, piece in enumerate(pieces)]
    files += [(f"{name}/{number}.json", text) for number, text in enumerate(texts)]
    return IndexFiles(f"{name}/index.bin", tuple(files))


def _blocks(documents: Sequence[Document]) -> Iterator[list[Document]]:
    block: list[Document] = []
    size = 0
    for document in documents:
        length = len(document.text)
        if block and size + length > MAX_TEXT:
            yield block
            block, size = [], 0
        block.append(document)
        size += length
    yield block


def _json(documents: Sequence[Document]) -> bytes:
    return json.dumps([_record(document) for document in documents], ensure_ascii=False, separators=(",", ":")).encode()


def _record(document: Document) -> list[Any]:
    """What readers see of an article: id, address, title, summary, sections, counterparts."""
    sections = [[section.heading, section.anchor, section.text] for section in document.sections]
    return [document.id, document.url, document.title, document.summary, sections, dict(document.counterparts)]
