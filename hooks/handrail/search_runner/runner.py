"""The readers' search without a browser: the script and the indexes that a build publishes, run by an embedded V8.

A browser takes seconds to start and is not on every author's machine. V8 is the engine of Chromium; a test holds that
both answer alike. Answers are kept until a file changes that they depend on.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from markdown.extensions import Extension

from handrail.assets import js_bundle
from handrail.cache import sealed_file
from handrail.engine import cache_files
from handrail.engine.build import BuildFailed
from handrail.engine.scratch_folder import scratch_folder
from handrail.engine.source_files import files
from handrail.search_runner.index_build import SearchFiles, build_indexes

ENVIRONMENT = Path(__file__).with_name("v8_environment.js")
V8 = "py_mini_racer"
PROCESS = Path(__file__).with_name("v8_process.py")
MIN_QUERIES = 500
"""So many queries are worth a process of their own."""

Queries = Mapping[str, Sequence[str]]
"""By language."""
Results = dict[str, list[list[str]]]
Answers = dict[str, tuple[list[str], bool]]
"""For each query the ids of its results, and whether only the index of its own language was asked."""


def require_v8() -> None:
    """Raises ModuleNotFoundError where V8 is not installed: only the extra `check` brings it."""
    if find_spec(V8) is None:
        raise ModuleNotFoundError(name=V8)


class Searcher:
    """Answers queries about the site of a configuration. The indexes are built when the first ones come.

    Answers are kept in the file `cached`. One is valid as long as the engine and the indexes that it came from.
    With `converted`, an extension of Markdown, texts need not be converted that were.
    """

    def __init__(self, config_file: Path, cached: Path, converted: Extension | None = None) -> None:
        self.config_file, self.cached, self.converted = config_file.resolve(), cached, converted

    def __call__(self, queries: Queries) -> Results:
        """The ids of the articles that each query finds, best first. Raises BuildFailed."""
        inputs, cache = self._inputs_digest(), _read(self.cached)
        answers: dict[str, Answers] = cache.get("answers", {})
        if cache.get("inputs") != inputs or _missing(queries, answers):
            with scratch_folder() as folder:
                files = build_indexes(self.config_file, folder, self.converted)
                sources = _sources(files, folder)
                answers = {code: _valid(code, answers[code], cache["sources"], sources) for code in answers}
                for code, new in ask(files, folder, _missing(queries, answers)).items():
                    answers[code] = {**answers.get(code, {}), **new}
            answers = {code: {text: answers[code][text] for text in texts} for code, texts in queries.items()}
            if inputs == self._inputs_digest():  # no file was saved meanwhile
                kept = {"inputs": inputs, "sources": sources, "answers": answers}
                sealed_file.write(self.cached, json.dumps(kept).encode(), cache_files.code_version())
        return {code: [answers[code][text][0] for text in texts] for code, texts in queries.items()}

    def _inputs_digest(self) -> str:
        """A digest of every file that a build reads."""
        digest = hashlib.sha256(cache_files.code_version().encode())
        for file in files(self.config_file):
            digest.update(b"\0%b\0" % os.fsencode(file))
            digest.update(file.read_bytes())
        return digest.hexdigest()


def _sources(files: SearchFiles, folder: Path) -> dict[str, str]:
    """Hashes of what answers come from: the index of each language, and under an empty code the script.

    The file that an index begins with holds a hash of the others.
    """
    contents = {code: (folder / path).read_bytes() for code, path in files.entry_files.items()}
    contents[""] = f"{files.script}\0{ENVIRONMENT.read_text('utf-8')}".encode()
    return {code: hashlib.sha256(content).hexdigest() for code, content in contents.items()}


def _valid(code: str, answers: Answers, old: Mapping[str, str], new: Mapping[str, str]) -> Answers:
    """The answers in a language whose sources have not changed."""
    if old == new:
        return answers
    if any(old.get(source) != new.get(source) for source in ("", code)):
        return {}
    return {text: (ids, own_only) for text, (ids, own_only) in answers.items() if own_only}


def _missing(queries: Queries, answers: Mapping[str, Answers]) -> Queries:
    missing = {code: [text for text in texts if text not in answers.get(code, {})] for code, texts in queries.items()}
    return {code: texts for code, texts in missing.items() if texts}


def ask(files: SearchFiles, folder: Path, queries: Queries) -> dict[str, Answers]:
    """What search answers in each language. `folder` is that of the site. Raises BuildFailed."""
    task = {
        "scripts": [ENVIRONMENT.read_text("utf-8"), f"const open = {js_bundle.expression(files.script, 'open')};"],
        "files": _index_files(folder, files.entry_files),
        "entry_files": files.entry_files,
    }
    answers: dict[str, Answers] = {language: {} for language in queries}
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        for batch in threads.map(_run, ({**task, "queries": batch} for batch in _batches(queries))):
            for language, of_language in batch.items():
                answers[language] |= of_language
    return answers


def _batches(queries: Queries) -> list[Queries]:
    """The queries in as many parts as are worth a process, and as there are processors for."""
    flat = [(language, text) for language, texts in queries.items() for text in texts]
    count = max(1, min(os.cpu_count() or 1, len(flat) // MIN_QUERIES))
    size = max(1, -(-len(flat) // count))
    batches: list[Queries] = []
    for start in range(0, len(flat), size):
        batch: dict[str, list[str]] = {}
        for language, text in flat[start : start + size]:
            batch.setdefault(language, []).append(text)
        batches.append(batch)
    return batches


def _run(task: Mapping[str, Any]) -> dict[str, Answers]:
    """The answers to a task. A process that crashes is started once more. Raises BuildFailed."""
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, str(PROCESS)], input=json.dumps(task), capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode == 0:
            answers = json.loads(done.stdout)
            return {code: dict(zip(texts, answers[code], strict=True)) for code, texts in task["queries"].items()}
    errors = done.stderr.strip().splitlines() or [f"its process ended with status {done.returncode}"]
    raise BuildFailed(f"Search cannot run: {errors[-1]}")


def _index_files(folder: Path, entry_files: Mapping[str, str]) -> dict[str, str]:
    """The search files below the folder of the site, by their address."""
    folders = {folder / Path(entry_file).parts[0] for entry_file in entry_files.values()}
    files = [file for parent in sorted(folders) for file in sorted(parent.rglob("*")) if file.is_file()]
    return {file.relative_to(folder).as_posix(): str(file) for file in files}


def _read(file: Path) -> dict[str, Any]:
    """The cache; empty where there is none, or it was written by another version."""
    content = sealed_file.read(file, cache_files.code_version())
    cache: dict[str, Any] = json.loads(content) if content else {}
    return cache
