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
from handrail.search.pronunciation import sounds
from handrail.search.pruning import common
from handrail.search.shards import shards

Layout = Literal["small", "large", "auto"]
LARGE = 500
"""From so many articles on, `auto` means large."""
TEXTS = 4096
"""Characters of text that a file of texts should have at most."""


@dataclass(frozen=True)
class Files:
    """An index as files, by path below the folder of search. `entrance` is the one a browser begins with."""

    entrance: str
    files: tuple[tuple[str, bytes], ...]


def build(
    language: str, documents: Sequence[Document], glossary: Sequence[Sequence[str]], layout: Layout = "auto"
) -> Files:
    """The index over `entries`, all in one language. `glossary` holds groups of words that mean the same."""
    with _uncollected():
        return _build(
            language, documents, glossary, layout == "large" or (layout == "auto" and len(documents) >= LARGE)
        )


@contextmanager
def _uncollected() -> Iterator[None]:
    """An index is millions of small objects and no cycle: to look for those among them takes a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _build(language: str, documents: Sequence[Document], glossary: Sequence[Sequence[str]], large: bool) -> Files:
    index = inverted_index.build(documents)
    heard = sounds(index)
    sounding, words = shards(index, heard, common(index))
    texts = list(_blocks(documents)) if large else [list(documents)]
    head = manifest(index, language, heard, (sounding, words), [len(block) for block in texts], glossary)
    pieces = [shard.data for shard in (*sounding, *words)]
    contents = [_json(block) for block in texts]
    digest = hashlib.sha256(b"".join([head, *pieces, *contents])).hexdigest()[:12]
    name = f"{language}.{digest}"
    if not large:
        whole = b"".join([len(head).to_bytes(4, "big"), head, *pieces])
        return Files(f"{name}.bin", ((f"{name}.bin", whole), (f"{name}.json", contents[0])))
    files = [(f"{name}/index.bin", head)]
    files += [(f"{name}/{number}.bin", piece) for number, piece in enumerate(pieces)]
    files += [(f"{name}/{number}.json", content) for number, content in enumerate(contents)]
    return Files(f"{name}/index.bin", tuple(files))


def _blocks(documents: Sequence[Document]) -> Iterator[list[Document]]:
    block: list[Document] = []
    size = 0
    for document in documents:
        length = len(document.text)
        if block and size + length > TEXTS:
            yield block
            block, size = [], 0
        block.append(document)
        size += length
    yield block


def _json(documents: Sequence[Document]) -> bytes:
    return json.dumps([_record(document) for document in documents], ensure_ascii=False, separators=(",", ":")).encode()


def _record(document: Document) -> list[Any]:
    """What readers see of an article: id, address, title, summary, sections, twins."""
    parts = [[section.heading, section.anchor, section.text] for section in document.sections]
    return [document.id, document.url, document.title, document.summary, parts, dict(document.counterparts)]
