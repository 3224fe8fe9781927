"""How search is measured: the index of given documents, served to a real browser that is asked given questions."""

from __future__ import annotations

import gzip
import json
import statistics
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import environment
from bench.search_browser import ENGINE, Browser
from handrail.assets import js_bundle
from handrail.search import index_files
from handrail.search.document import Document, Section

ASSETS = environment.ROOT / "overrides/assets"
SHOWN = 10
COLD = 40
"""So many questions, evenly spread, are asked of a browser that knows nothing yet."""
TIMED = 1000

Record = Mapping[str, Any]


class EvaluationError(Exception):
    """The files cannot be measured with. Its text names the file, the line and the fix."""


def read(file: Path, keys: Iterable[str]) -> list[Record]:
    """The lines of a file of JSON objects that have these keys."""
    found: list[Record] = []
    try:
        lines = file.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(f"{file}: cannot be read: {error}. Name a UTF-8 file of JSON lines.") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as error:
            raise EvaluationError(f"{file}:{number}: no JSON: {error}. Write one object a line.") from None
        missing = [key for key in keys if not isinstance(value, dict) or key not in value]
        if missing:
            raise EvaluationError(f"{file}:{number}: no key '{missing[0]}'. Add it.")
        found.append(value)
    if not found:
        raise EvaluationError(f"{file}: nothing in it. Write one JSON object a line.")
    return found


def evaluate(documents: Sequence[Record], questions: Sequence[Record], choice: index_files.Layout) -> dict[str, Any]:
    """What issue after issue has asked of search, as numbers. Times are milliseconds where not named otherwise."""
    start = time.perf_counter()
    entrances: dict[str, str] = {}
    files = {ENGINE: engine()}
    for language, entries in by_language(documents).items():
        built = index_files.build(language, entries, [], choice)
        entrances[language] = built.entry_file
        files.update(built.files)
    build_seconds = time.perf_counter() - start
    asked = [{"language": spoken(question["lang"], entrances), "text": question["text"]} for question in questions]
    with Browser(files, entrances) as browser:
        answers = browser.answers(asked, SHOWN)
        times = browser.times(asked[:: -(-len(asked) // TIMED)], SHOWN)
        cold = [browser.cold(question, SHOWN) for question in asked[:: -(-len(asked) // COLD)]]
    ranking = [content for name, content in files.items() if name.endswith(".bin")]
    places = [place(question["relevant"], answer) for question, answer in zip(questions, answers, strict=True)]
    return {
        "documents": len(documents),
        "queries": len(questions),
        **{f"success@{most}": share(0 < found <= most for found in places) for most in (1, 3, 10)},
        "mrr@10": round(statistics.fmean(1 / found if found else 0 for found in places), 4),
        "zero_result_rate": share(not answer for answer in answers),
        "query_ms_median": round(statistics.median(times), 3),
        "query_ms_p95": round(sorted(times)[int(len(times) * 0.95)], 3),
        "build_seconds": round(build_seconds, 2),
        "index_bytes": sum(map(len, ranking)),
        "index_bytes_gzip": sum(len(gzip.compress(content, 9)) for content in ranking),
        "engine_bytes_gzip": len(gzip.compress(files[ENGINE], 9)),
        "first_result_bytes": round(statistics.median(size for size, _ in cold)),
        "first_result_requests": round(statistics.median(requests for _, requests in cold)),
    }


def engine() -> bytes:
    """The engine as a build publishes it."""
    folders = ("search", "shared")
    modules = [file for folder in folders for file in sorted(ASSETS.joinpath(folder).glob("*.js"))]
    sources = {file.relative_to(ASSETS).as_posix(): file.read_text("utf-8") for file in modules}
    return js_bundle.join(sources, "search/engine.js").encode()


def by_language(records: Iterable[Record]) -> dict[str, list[Document]]:
    """The records as documents, by language without script and region. Those with one id are counterparts."""
    addresses: dict[str, dict[str, tuple[str, str]]] = {}
    for record in records:
        language = primary(record["lang"])
        counterparts = addresses.setdefault(record["id"], {})
        counterparts[language] = (f"{language}/{record['id']}/", record["title"])
    found: dict[str, list[Document]] = {}
    for record in records:
        language = primary(record["lang"])
        counterparts = addresses[record["id"]]
        document = Document(
            id=record["id"],
            url=counterparts[language][0],
            language=language,
            title=record["title"],
            questions=tuple(record.get("questions", ())),
            link_texts=tuple(record.get("links", ())),
            sections=_sections(record),
            counterparts={code: counterpart for code, counterpart in counterparts.items() if code != language},
        )
        found.setdefault(language, []).append(document)
    return found


def _sections(record: Record) -> tuple[Section, ...]:
    parts = record.get("sections") or [{"h": "", "level": 1, "text": record["text"]}]
    return tuple(
        Section(part.get("level", 2), part.get("h", ""), f"section-{number}" if part.get("h") else "", part["text"])
        for number, part in enumerate(parts)
    )


def primary(tag: str) -> str:
    return tag.split("-")[0].lower()


def spoken(tag: str, languages: Iterable[str]) -> str:
    """The edition a reader of this language is in: the first one where there is none in it."""
    languages = list(languages)
    return primary(tag) if primary(tag) in languages else languages[0]


def place(relevant: Sequence[str], answer: Sequence[str]) -> int:
    """The place of the first relevant document, from 1; 0 where there is none."""
    return next((number for number, found in enumerate(answer, 1) if found in relevant), 0)


def share(holds: Iterable[bool]) -> float:
    return round(statistics.fmean(map(float, holds)), 4)
