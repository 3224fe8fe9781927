"""Ours, as if it were a peer: the same documents, the same questions, counted in the same way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench import search_evaluation
from bench.peers.peer import Peer, Site
from bench.search_browser import ENGINE
from bench.search_evaluation import Record
from handrail.search import index_files


def _build(documents: Sequence[Record], _: Path, __: Path) -> Site:
    numbered = [{**document, "id": str(number)} for number, document in enumerate(documents)]
    built = {
        language: index_files.build(language, entries, [])
        for language, entries in search_evaluation.by_language(numbered).items()
    }
    files = {ENGINE: search_evaluation.engine()} | {name: data for made in built.values() for name, data in made.files}
    return Site(
        files,
        entrances={language: made.entry_file for language, made in built.items()},
        searching=(ENGINE,),
        ranking=tuple(name for name in files if name.endswith(".bin")),
    )


OURS = Peer(
    name="Handrail",
    packages="",
    shown=(),
    setup="as it comes, without a glossary; the texts shown are further files",
    build=_build,
)
