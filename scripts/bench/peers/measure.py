"""One engine over one set, in a process of its own, so that one that takes too long can be ended."""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench import query_variants, search_evaluation
from bench.peers import PEERS, packages
from bench.peers.ours import OURS
from bench.peers.peer import Peer, Site
from bench.search_browser import Browser
from bench.search_evaluation import Record

TIMED = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engine", help="ours, or a name from the roster")
    parser.add_argument("folder", type=Path)
    parser.add_argument("sample", type=int)
    options = parser.parse_args()
    documents = search_evaluation.read(options.folder / "docs.jsonl", ("id", "lang", "title", "text"))
    questions = search_evaluation.read(options.folder / "queries.jsonl", ("lang", "text", "relevant"))[
        :: options.sample
    ]
    report: Mapping[str, Any]
    [engine] = (engine for engine in (OURS, *PEERS) if engine.name == options.engine)
    try:
        report = measure(engine, documents, questions)
    except packages.PackageError as error:
        report = {"error": str(error)}
    print(json.dumps(report))


def measure(peer: Peer, documents: Sequence[Record], questions: Sequence[Record]) -> dict[str, dict[str, float]]:
    """The figures for the questions as they are, under an empty name, and for each variant of them."""
    with TemporaryDirectory(prefix="handrail-peer-") as folder:
        site = peer.build(documents, packages.home(peer.packages) if peer.packages else Path(), Path(folder))
    with Browser(_Files(site.files), site.entrances) as browser:
        made = query_variants.variants(documents, questions, browser.cut)
        asked = [{"language": edition(question["lang"], site), "text": question["text"]} for question in questions]
        whole = ask(site, browser, documents, questions)
        times = browser.times(asked[:: -(-len(asked) // TIMED)], search_evaluation.SHOWN)
        index = [site.files[name] for name in site.ranking] or [_index(browser, site)]
        whole |= {
            "query_ms_median": round(statistics.median(times), 3),
            "index_bytes_gzip": _zipped(index),
            "engine_bytes_gzip": _zipped(site.files[name] for name in site.searching),
        }
        return {"": whole, **{name: ask(site, browser, documents, some) for name, some in made.items()}}


def ask(site: Site, browser: Browser, documents: Sequence[Record], questions: Sequence[Record]) -> dict[str, float]:
    """What is found for these questions."""
    asked = [{"language": edition(question["lang"], site), "text": question["text"]} for question in questions]
    answers = browser.answers(asked, search_evaluation.SHOWN)
    found = [[documents[int(number)]["id"] for number in answer] for answer in answers]
    places = [
        search_evaluation.place(question["relevant"], ids) for question, ids in zip(questions, found, strict=True)
    ]
    return {
        "queries": len(questions),
        **{f"success@{most}": search_evaluation.share(0 < place <= most for place in places) for most in (1, 3)},
        "mrr@10": round(statistics.fmean(1 / place if place else 0 for place in places), 4),
        "zero_result_rate": search_evaluation.share(not answer for answer in answers),
    }


def edition(tag: str, site: Site) -> str:
    """The language of the site for a reader of this one: itself, the same without its script, or the first."""
    return tag.lower() if tag.lower() in site.entrances else search_evaluation.spoken(tag, site.entrances)


def _index(browser: Browser, site: Site) -> bytes:
    language = next(iter(site.entrances))
    content: str = browser.page.evaluate("language => window.engines[language].index()", language)
    return content.encode()


def _zipped(contents: Iterable[bytes]) -> int:
    return sum(len(gzip.compress(content, 9)) for content in contents)


class _Files(dict[str, bytes]):
    """Files as a static host finds them: whatever stands behind a question mark."""

    def get(self, name: str, default: Any = None) -> Any:
        return super().get(name.partition("?")[0], default)


if __name__ == "__main__":
    main()
