"""The files of an index: two for a small site, many for a large one. A browser fetches what its question needs.

Small: `<language>.<hash>.bin`, manifest and shards in one, and `<language>.<hash>.json`, the texts; where these are
long, a folder `<language>.<hash>/` with `whole.bin` and the texts `<number>.json`.
Large: such a folder with `index.bin`, the manifest; the shards `<number>.bin`; the texts.
The name holds a hash of everything, so a page never meets an index of another build.
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
MAX_SMALL = 48_000
"""Bytes of manifest and shards: above, `auto` means large. With some texts, that is a first result within 60 KB."""
MAX_COMPLETE = 250_000
"""Bytes of shards that a browser loads for one word that it does not know: then it finds pinyin initials by itself.
overrides/assets/search/inverted_index.js has the same."""
MIN_LARGE = 500
"""From so many articles on, `auto` means large without a try."""
MAX_ONE_TEXT = 16_000
"""Bytes of all texts: above, they are several files."""
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
        with_initials = True
        if layout == "small" or (layout == "auto" and len(documents) < MIN_LARGE):
            small = _small(language, documents, glossary)
            size = len(dict(small.files)[small.entry_file])
            if layout == "small" or size <= MAX_SMALL:
                return small
            with_initials = size > MAX_COMPLETE
        return _large(language, documents, glossary, with_initials)


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


def _small(language: str, documents: Sequence[Document], glossary: Sequence[Sequence[str]]) -> IndexFiles:
    text = _json(documents)
    blocks = [list(documents)] if len(text) <= MAX_ONE_TEXT else list(_blocks(documents))
    head, pieces = _head_and_pieces(language, documents, glossary, blocks, with_initials=False)
    texts = [_json(block) for block in blocks]
    name = _name(language, [head, *pieces, *texts])
    whole = b"".join([len(head).to_bytes(4, "big"), head, *pieces])
    if len(texts) == 1:
        return IndexFiles(f"{name}.bin", ((f"{name}.bin", whole), (f"{name}.json", texts[0])))
    return IndexFiles(f"{name}/whole.bin", ((f"{name}/whole.bin", whole), *_numbered(name, "json", texts)))


def _large(
    language: str, documents: Sequence[Document], glossary: Sequence[Sequence[str]], with_initials: bool
) -> IndexFiles:
    blocks = list(_blocks(documents))
    head, pieces = _head_and_pieces(language, documents, glossary, blocks, with_initials)
    texts = [_json(block) for block in blocks]
    name = _name(language, [head, *pieces, *texts])
    files = ((f"{name}/index.bin", head), *_numbered(name, "bin", pieces), *_numbered(name, "json", texts))
    return IndexFiles(f"{name}/index.bin", files)


def _head_and_pieces(
    language: str,
    documents: Sequence[Document],
    glossary: Sequence[Sequence[str]],
    blocks: Sequence[Sequence[Document]],
    with_initials: bool,
) -> tuple[bytes, list[bytes]]:
    """The manifest, and the shards."""
    index = inverted_index.build(documents, with_initials)
    sorted_characters = pronunciation(index)
    character_shards, word_shards = shards(index, sorted_characters, frequent_characters(index))
    counts = [len(block) for block in blocks]
    head = manifest(index, language, sorted_characters, (character_shards, word_shards), counts, glossary)
    return head, [shard.data for shard in (*character_shards, *word_shards)]


def _name(language: str, parts: Sequence[bytes]) -> str:
    return f"{language}.{hashlib.sha256(b''.join(parts)).hexdigest()[:12]}"


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
