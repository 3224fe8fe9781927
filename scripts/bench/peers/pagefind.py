"""Pagefind, the extended release, which cuts Chinese words: an index of pages of HTML."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from bench.peers import corpus, packages
from bench.peers.peer import Peer, Site, engine
from bench.search_evaluation import Record


def _build(documents: Sequence[Record], home: Path, folder: Path) -> Site:
    site = folder / "site"
    corpus.write(site, documents, corpus.page, ".html")
    suffix = ".cmd" if os.name == "nt" else ""
    packages.run([home / f"node_modules/.bin/pagefind{suffix}", "--site", site], folder)
    found = corpus.read(site / "pagefind")
    languages = dict.fromkeys(document["lang"].lower() for document in documents)
    entry = json.loads(found["pagefind-entry.json"])
    module = entry["languages"][next(iter(languages))]["wasm"] or "unknown"
    scripts = ("pagefind.js", "pagefind-worker.js", f"wasm.{module}.pagefind")
    index = [name for name in found if name.endswith((".pf_meta", ".pf_index"))]
    # All of it at an address for each language: a script is loaded once, and then speaks one language.
    files = {f"{language}/{name}": content for language in languages for name, content in found.items()}
    files["engine.js"] = engine("pagefind.js")
    first = next(iter(languages))
    return Site(
        files,
        entrances={language: f"{language}/pagefind.js" for language in languages},
        searching=tuple(f"{first}/{name}" for name in scripts),
        ranking=tuple(f"{first}/{name}" for name in index),
    )


PAGEFIND = Peer(
    name="Pagefind, extended",
    packages="node",
    shown=("pagefind",),
    setup="as it comes, on pages that name their language; each language is an index of its own; "
    "the texts shown are further files",
    build=_build,
)
