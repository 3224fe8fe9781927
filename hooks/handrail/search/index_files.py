"""The files of an index: few for a small site, many for a large one. A browser fetches what its question needs.

`<language>.bin` is the one that it begins with: manifest, in a small layout with all shards behind it. Its name never
changes, so no page changes with a text of another. The others are in a folder `<language>.<hash>/`, which it names: the
texts `<number>.json`, and in a large layout the shards `<number>.bin`. The hash is that of everything, so nobody mixes
the indexes of two builds.
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
from handrail.search.inverted_index import InvertedIndex
from handrail.search.manifest import manifest
from handrail.search.pronunciation import pronunciation
from handrail.search.pruning import frequent_characters
from handrail.search.shards import shards

Layout = Literal["small", "large", "auto"]
MAX_SMALL = 48_000
"""Bytes of manifest and shards: above, `auto` means large. With some texts, that is a first result within 60 KB."""
MAX_COMPLETE = 250_000
"""Bytes of shards that a browser loads for one word that it does not know: then it finds pinyin initials by itself.
overrides/assets/search/inverted_index.js has the same."""
MIN_LARGE = 500
"""From so many articles on, `auto` means large without a try."""
MAX_ONE_TEXT = 16_000
"""Bytes of all texts: above, they are several files."""
HASH = 12
"""Letters of the hash, at the start of the entry file."""
MAX_TEXT = 4096
"""Characters that one of several files of texts should have at most."""


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
        index, blocks = inverted_index.build(documents), list(_blocks(documents))
        if layout == "small" or (layout == "auto" and len(documents) < MIN_LARGE):
            few = [list(documents)] if len(_json(documents)) <= MAX_ONE_TEXT else blocks
            parts = _head_and_pieces(language, index, few, glossary)
            small = _files(language, *parts, few, is_whole=True)
            size = len(dict(small.files)[small.entry_file])
            if layout == "small" or size <= MAX_SMALL:
                return small
            if size <= MAX_COMPLETE:
                parts = parts if few == blocks else _head_and_pieces(language, index, blocks, glossary)
                return _files(language, *parts, blocks, is_whole=False)
        index = inverted_index.with_initials(index)
        return _files(language, *_head_and_pieces(language, index, blocks, glossary), blocks, is_whole=False)


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


def _files(
    language: str, head: bytes, pieces: Sequence[bytes], blocks: Sequence[Sequence[Document]], is_whole: bool
) -> IndexFiles:
    """`is_whole` says whether the entry file holds the shards, too."""
    texts = [_json(block) for block in blocks]
    hashed = hashlib.sha256(b"".join([head, *pieces, *texts])).hexdigest()[:HASH]
    folder, entry_file = f"{language}.{hashed}", f"{language}.bin"
    entry = b"".join([hashed.encode(), len(head).to_bytes(4, "big"), head, *(pieces if is_whole else ())])
    shards = () if is_whole else _numbered(folder, "bin", pieces)
    return IndexFiles(entry_file, ((entry_file, entry), *shards, *_numbered(folder, "json", texts)))


def _head_and_pieces(
    language: str, index: InvertedIndex, blocks: Sequence[Sequence[Document]], glossary: Sequence[Sequence[str]]
) -> tuple[bytes, list[bytes]]:
    """The manifest, and the shards."""
    sorted_characters = pronunciation(index)
    character_shards, word_shards = shards(index, sorted_characters, frequent_characters(index))
    counts = [len(block) for block in blocks]
    head = manifest(index, language, sorted_characters, (character_shards, word_shards), counts, glossary)
    return head, [shard.data for shard in (*character_shards, *word_shards)]


def _numbered(folder: str, extension: str, contents: Sequence[bytes]) -> Iterator[tuple[str, bytes]]:
    return ((f"{folder}/{number}.{extension}", content) for number, content in enumerate(contents))


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
    """What readers see of an article: id, address, title, summary, sections, counterparts, category."""
    sections = [[section.heading, section.anchor, section.text] for section in document.sections]
    counterparts = dict(document.counterparts)
    return [document.id, document.url, document.title, document.summary, sections, counterparts, document.category]
