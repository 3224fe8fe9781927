"""Measures a real Typesense, loaded with an export, next to the search in the browser: one site, the same questions.

Each DIR holds docs.jsonl and queries.jsonl, in the form that evaluate_search.py reads. The documents of all sets are
one site, which invented articles fill up to SIZE. Three are asked: the search of the device; the server alone; and a
search box that is set to ask the server, as a reader has it. The server is on this machine: its times are without a
network, and those of the box hold the fifth of a second that it waits for the next key.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from bench import search_evaluation, typesense_server
from bench.sample_text import IDEOGRAPHIC
from bench.search_browser import ENGINE, PAGE, Browser
from bench.search_evaluation import ASSETS, Record, place, share
from handrail.assets import js_bundle
from handrail.commands import terminal
from handrail.search import parallel
from handrail.search_export import files, typesense
from handrail.search_export.records import records
from handrail.secrets import wordlists

COLLECTION, KEY = "articles", "search-only"
MODULES = {
    ENGINE: "hosted_search/hosted_engine.js",
    "own.js": "search/engine.js",
    "gate.js": "hosted_search/unfinished_secret.js",
    "ask.js": "hosted_search/typesense.js",
    "query.js": "hosted_search/query.js",
}
WORDS = 60
"""Of an invented article."""

ASK = """async ({ questions, server, language }) => {
  const [{ ask }, { termsOf }] = await Promise.all([import("/ask.js"), import("/query.js")]);
  document.documentElement.lang = language;
  const box = window.engines[language];
  const { own } = box;
  const timed = async (search) => {
    const start = performance.now();
    const ids = await search();
    return [ids, performance.now() - start];
  };
  const idsOf = ({ results }) => results.map(({ id }) => id);
  const answers = [];
  for (const question of questions) {
    const terms = termsOf(question, own.index.manifest);
    const signal = AbortSignal.timeout(10000);
    const device = await timed(async () => idsOf(await own.search(question, { limit: 10 })));
    const alone = await timed(async () =>
      (await ask(server, terms, { language, limit: 10, signal })).map(({ hits }) => hits[0].article));
    box.isSilent = false; // each question as on a page of its own
    const shown = await timed(async () => idsOf(await box.search(question, { limit: 10 })));
    answers.push([device, alone, shown]);
  }
  return answers;
}"""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", action="append", required=True, metavar="NAME=DIR", dest="sets")
    parser.add_argument("--size", type=int, default=20_000, help="documents in all; default: 20,000")
    parser.add_argument("--sample", type=int, default=1, metavar="N", help="ask every N-th question only")
    options = parser.parse_args(argv)
    try:
        sets = {name: Path(folder) for name, _, folder in (text.partition("=") for text in options.sets)}
        measure(sets, options.size, options.sample)
    except search_evaluation.EvaluationError as error:
        return terminal.fail(error)
    return 0


def measure(sets: Mapping[str, Path], size: int, sample: int) -> None:
    """Print what each found of each set, and what the server took."""
    known = [document for name, folder in sets.items() for document in _read(name, folder / "docs.jsonl", "title")]
    documents = search_evaluation.by_language([*known, *_invented(size - len(known))])
    indexes = parallel.build_all(documents, [])
    start = time.perf_counter()
    exported = files.files(
        (record for code, entries in documents.items() for record in records(entries, code, "", {})),
        documents,
        [],
        COLLECTION,
    )
    cut = time.perf_counter()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="handrail-")))
        server = stack.enter_context(typesense_server.running(folder / "data"))
        server.load(exported, KEY)
        loaded = time.perf_counter()
        memory = int(json.loads(server.call("GET", "/metrics.json"))["typesense_memory_active_bytes"]) >> 20
        asked = {"host": server.url, "key": KEY, "parameters": typesense.parameters(COLLECTION)}
        served = {name: data for index in indexes.values() for name, data in index.files} | _scripts(asked)
        browser = Browser(served, {code: index.entry_file for code, index in indexes.items()})
        stack.enter_context(browser)
        print(
            f"{size} documents, {exported[files.RECORDS].count(chr(10))} records: cut in {cut - start:.0f} s, ", end=""
        )
        print(f"loaded in {loaded - cut:.0f} s, {memory} MB of memory; index of the device: ", end="")
        print(f"{sum(len(data) for index in indexes.values() for _, data in index.files) >> 20} MB")
        print("| Set | Questions | Engine | First | Among three | Among ten | Median ms |\n|--|--:|--|--:|--:|--:|--:|")
        for name, path in sets.items():
            questions = _read(name, path / "queries.jsonl", "text")[::sample]
            for row in _rows(browser, name, questions, asked):
                print(row, flush=True)


def _rows(browser: Browser, name: str, questions: Sequence[Record], server: Mapping[str, Any]) -> Iterator[str]:
    code = search_evaluation.spoken(questions[0]["lang"], browser.entrances)
    browser.answers([{"language": code, "text": questions[0]["text"]}], 1)
    texts = [question["text"] for question in questions]
    answers = browser.page.evaluate(ASK, {"questions": texts, "server": server, "language": code})
    for engine, answer in zip(
        ("on the device", "Typesense alone", "box that asks it"), zip(*answers, strict=True), strict=True
    ):
        places = [place(question["relevant"], ids) for question, (ids, _) in zip(questions, answer, strict=True)]
        shares = " | ".join(f"{share(0 < found <= most for found in places):.3f}" for most in (1, 3, 10))
        milliseconds = statistics.median(elapsed for _, elapsed in answer)
        yield f"| {name} | {len(questions)} | {engine} | {shares} | {milliseconds:.1f} |"


def _scripts(server: Mapping[str, Any]) -> dict[str, bytes]:
    """The scripts as a build publishes them, and a page that says of the server what a build says."""
    modules = {file.relative_to(ASSETS).as_posix(): file.read_text("utf-8") for file in ASSETS.rglob("*.js")}
    modules["secrets/wordlist_data.js"] = wordlists.javascript()
    scripts = {name: js_bundle.join(modules, entrance).encode() for name, entrance in MODULES.items()}
    hosting = {"engine": "own.js", "gate": "gate.js", "notice": "", "emergency": None, "server": server}
    settings = json.dumps({"root": "/", "hosting": hosting})
    page = PAGE + f'<script type="application/json" id="search-settings">{settings}</script>'.encode()
    return {**scripts, "index.html": page}


def _read(name: str, file: Path, key: str) -> list[Record]:
    """The documents or questions of a set, whose ids begin with its name."""
    found: list[Record] = []
    for record in search_evaluation.read(file, ("lang", key)):
        named = {key: f"{name}-{record[key]}" for key in ("id",) if key in record}
        found.append({**record, **named, "relevant": [f"{name}-{id}" for id in record.get("relevant", ())]})
    return found


def _invented(count: int) -> Iterable[Record]:
    random = Random(1)
    for number in range(count):
        text = IDEOGRAPHIC.paragraph(random, WORDS)
        yield {"id": f"invented-{number}", "lang": "zh", "title": IDEOGRAPHIC.phrase(random, 4), "text": text}
