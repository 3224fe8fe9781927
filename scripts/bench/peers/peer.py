"""What a peer is: another search, set up as its own documentation says, over the same documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.search_evaluation import Record, primary


@dataclass(frozen=True)
class Site:
    """What a peer publishes over some documents. It names a document by its number, from 0."""

    files: Mapping[str, bytes]
    """By path, with `engine.js`: a module that opens the peer in a page as ours is opened."""
    entrances: Mapping[str, str]
    """For each language of a reader, the file that the engine opens."""
    searching: tuple[str, ...]
    """The files that search, as a browser gets them."""
    ranking: tuple[str, ...] = ()
    """The files that are searched; none where the browser makes the index, and the engine's `index()` gives it."""


@dataclass(frozen=True)
class Peer:
    name: str
    packages: str
    """The set of packages it is made of: `node`, or the name of a lock file next to this one."""
    shown: tuple[str, ...]
    """Those of them whose versions tell what was measured."""
    setup: str
    """How it is set up, and what its documentation says to that."""
    build: Callable[[Sequence[Record], Path, Path], Site]
    """Makes the site of the documents, with the packages in the first folder and the second to work in."""


def for_each_language(documents: Sequence[Record], file: str) -> dict[str, str]:
    """The entrances of a peer that has one index for all languages."""
    return {primary(document["lang"]): file for document in documents}


def main_language(documents: Sequence[Record]) -> str:
    """The language most documents are in, with its script: `zh`, `zh-Hant`, `en`."""
    tags = [str(document["lang"]) for document in documents]
    return max(dict.fromkeys(tags), key=tags.count)


def engine(name: str) -> bytes:
    return Path(__file__).with_name(name).read_bytes()
