"""The peers that are libraries: the browser indexes the documents, so that both sides cut words alike."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.peers.corpus import sections
from bench.peers.peer import Peer, Site, engine, for_each_language
from bench.search_evaluation import Record

DOCUMENTS = "documents.json"


def _build(module: str, *scripts: str) -> Callable[[Sequence[Record], Path, Path], Site]:
    def build(documents: Sequence[Record], packages: Path, _: Path) -> Site:
        names = {f"{number}.js": packages / "node_modules" / script for number, script in enumerate(scripts)}
        content = {"scripts": list(names), "documents": list(map(_fields, documents))}
        files = {name: file.read_bytes() for name, file in names.items()}
        files |= {"engine.js": engine(module), "library.js": engine("library.js")}
        files[DOCUMENTS] = json.dumps(content, ensure_ascii=False).encode()
        return Site(files, for_each_language(documents, DOCUMENTS), searching=tuple(names))

    return build


def _fields(document: Record) -> dict[str, str]:
    parts = list(sections(document))
    return {
        "title": document["title"],
        "headings": "\n".join(heading for _, heading, _ in parts if heading),
        "text": "\n".join(text for *_, text in parts),
    }


MINISEARCH = Peer(
    name="MiniSearch + Intl.Segmenter",
    packages="node",
    shown=("minisearch",),
    setup="any of the words counts (its default); titles × 2, as in its README; words over three letters also match "
    "as a prefix and with a fifth of their letters wrong, as in its API documentation; its package is not minified",
    build=_build("minisearch.js", "minisearch/dist/umd/index.js"),
)

LUNR = Peer(
    name="lunr.js + Intl.Segmenter",
    packages="node",
    shown=("lunr",),
    setup="any of the words counts; its stop words and stemmer, without its trimmer, which deletes Chinese; titles × 2",
    build=_build("lunr.js", "lunr/lunr.min.js"),
)

LUNR_LANGUAGES = Peer(
    name="lunr.js + lunr-languages",
    packages="node",
    shown=("lunr-languages", "lunr"),
    setup="English and Chinese together (Intl.Segmenter and pairs of characters); titles × 10, as in its README",
    build=_build(
        "lunr-languages.js",
        "lunr/lunr.min.js",
        *(f"lunr-languages/min/lunr.{name}.min.js" for name in ("stemmer.support", "zh", "multi")),
    ),
)
