"""Zensical: a real site of the documents, and the worker that searches it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from bench.peers import corpus, packages
from bench.peers.peer import Peer, Site, engine, for_each_language, main_language
from bench.search_evaluation import Record

INDEX = "search.json"


def _build(documents: Sequence[Record], home: Path, folder: Path) -> Site:
    corpus.write(folder / "docs", documents, corpus.markdown, ".md")
    theme = {"language": main_language(documents), "font": False}
    configuration = {"site_name": "Search", "theme": theme, "nav": [{"Search": "0.md"}]}
    (folder / "mkdocs.yml").write_text(json.dumps(configuration), "utf-8")  # JSON is YAML
    packages.run([packages.python(home), "-m", "zensical", "build", "--config-file", "mkdocs.yml"], folder)
    site = folder / "site"
    [worker] = (site / "assets/javascripts/workers").glob("search.*.min.js")
    script = worker.relative_to(site).as_posix()
    files = {
        "engine.js": engine("zensical.js"),
        "workers.js": engine("workers.js"),
        script: worker.read_bytes(),
        INDEX: (site / INDEX).read_bytes(),
    }
    return Site(files, for_each_language(documents, f"{INDEX}#{script}"), (script,), ranking=(INDEX,))


ZENSICAL = Peer(
    name="Zensical",
    packages="zensical",
    shown=("zensical",),
    setup="as it comes, which its documentation recommends, in the language of most pages; "
    "the index holds the texts, the browser makes its lists of words; "
    "what it does not answer in ten seconds has no result",
    build=_build,
)
