"""Material for MkDocs: a real site of the documents, and the worker that searches it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from bench.peers import corpus, packages
from bench.peers.peer import Peer, Site, engine, for_each_language, main_language
from bench.search_evaluation import Record, primary

INDEX = "search/search_index.json"


def _build(documents: Sequence[Record], home: Path, folder: Path) -> Site:
    corpus.write(folder / "docs", documents, corpus.markdown, ".md")
    (folder / "mkdocs.yml").write_text(json.dumps(_configuration(documents)), "utf-8")  # JSON is YAML
    packages.run([packages.python(home), "-m", "mkdocs", "build", "--quiet"], folder)
    site = folder / "site"
    [worker] = (site / "assets/javascripts/workers").glob("search.*.min.js")
    names = [worker, *(site / "assets/javascripts/lunr").rglob("*.js"), site / INDEX]
    files = {name.relative_to(site).as_posix(): name.read_bytes() for name in names}
    files |= {"engine.js": engine("material.js"), "workers.js": engine("workers.js")}
    script = worker.relative_to(site).as_posix()
    languages = [f"assets/javascripts/lunr/min/lunr.{name}.min.js" for name in ("stemmer.support", "zh", "multi")]
    searching = (script, *languages) if _is_chinese(documents) else (script,)
    return Site(files, for_each_language(documents, f"{INDEX}#{script}"), searching, ranking=(INDEX,))


def _configuration(documents: Sequence[Record]) -> dict[str, object]:
    search = {"lang": ["zh", "en"]} if _is_chinese(documents) else {"lang": ["en"]}
    return {
        "site_name": "Search",
        "theme": {"name": "material", "language": main_language(documents), "font": False},
        "plugins": [{"search": search}],
        "nav": [{"Search": "0.md"}],  # a page each in it would only make the site slow to build
        "validation": {"nav": {"omitted_files": "ignore"}},
    }


def _is_chinese(documents: Sequence[Record]) -> bool:
    return any(primary(document["lang"]) == "zh" for document in documents)


MATERIAL = Peer(
    name="Material for MkDocs + jieba",
    packages="material",
    shown=("mkdocs-material", "jieba"),
    setup="jieba installed and search in `zh` and `en`; separator and pipeline those its theme has for the language; "
    "the index holds the texts, the browser makes its lists of words; "
    "what it does not answer in ten seconds has no result",
    build=_build,
)
