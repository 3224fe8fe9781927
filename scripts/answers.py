"""The real search, asked without a browser: the script and the index that a build publishes, run by an embedded V8.

A browser takes seconds to start and is not on every author's machine. V8 is the one that Chromium has; a test holds
that both answer alike. What was asked before of the same files is kept in .cache.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import engine
import environment
from helpcenter import modules
from sources import files

BROWSER = Path(__file__).with_name("answers.js")
PROCESS = Path(__file__).with_name("answering.py")
FEW = 200
"""So many questions are worth a process of their own."""
CACHE = environment.ROOT / ".cache/answers"

Questions = Mapping[str, Sequence[str]]
Answers = dict[str, list[list[str]]]


class Searcher:
    """Answers questions about the site of a configuration. The index is built when the first ones come."""

    def __init__(self, config_file: Path, cache: Path = CACHE) -> None:
        self.config_file = config_file.resolve()
        self.cached = cache / f"{hashlib.sha256(str(self.config_file).encode()).hexdigest()[:16]}.json"

    def __call__(self, questions: Questions) -> Answers:
        """The ids of the articles that each question finds, best first. Raises BuildFailed."""
        key = self._key(questions)
        kept = _read(self.cached)
        if kept.get("key") == key:
            return cast(Answers, kept["answers"])
        with TemporaryDirectory(prefix="handrail-") as folder:
            indexed = engine.index(self.config_file, Path(folder))
            answers = ask(indexed, Path(folder), questions)
        self.cached.parent.mkdir(parents=True, exist_ok=True)
        self.cached.write_text(json.dumps({"key": key, "answers": answers}, ensure_ascii=False), "utf-8")
        return answers

    def _key(self, questions: Questions) -> str:
        """Another one for other questions, and for any other byte that a build reads."""
        digest = hashlib.sha256(json.dumps(dict(questions), sort_keys=True).encode())
        for file in (*files(self.config_file), environment.ROOT / environment.LOCKS["site"][0], BROWSER):
            digest.update(f"\0{file}\0".encode())
            digest.update(file.read_bytes())
        return digest.hexdigest()


def ask(indexed: engine.Indexed, folder: Path, questions: Questions) -> Answers:
    """What search answers in each language, side by side. `folder` is that of the site. Raises BuildFailed."""
    task = {
        "scripts": [BROWSER.read_text("utf-8"), f"const open = {modules.expression(indexed.script, 'open')};"],
        "files": _index(folder, indexed.entrances),
        "entrances": indexed.entrances,
    }
    pieces = [(language, piece) for language, texts in questions.items() for piece in _pieces(texts, len(questions))]
    tasks = [{**task, "language": language, "questions": piece} for language, piece in pieces]
    answers: Answers = {language: [] for language in questions}
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        for (language, _), found in zip(pieces, threads.map(_run, tasks), strict=True):
            answers[language] += found
    return answers


def _pieces(texts: Sequence[str], languages: int) -> list[list[str]]:
    """The questions of one of the languages in as many parts, in their order, as there are processors for."""
    count = max(1, min((os.cpu_count() or 1) // languages, len(texts) // FEW))
    size = max(1, -(-len(texts) // count))
    return [list(texts[start : start + size]) for start in range(0, len(texts), size)]


def _run(task: Mapping[str, Any]) -> list[list[str]]:
    """The answers to a task. What ends the process that works on it is tried once more."""
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, str(PROCESS)], input=json.dumps(task), capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode == 0:
            found: list[list[str]] = json.loads(done.stdout)
            return found
    said = done.stderr.strip().splitlines() or [f"it ended with status {done.returncode}"]
    raise engine.BuildFailed(f"Search cannot be asked: {said[-1]}")


def _index(folder: Path, entrances: Mapping[str, str]) -> dict[str, str]:
    """The files of search below the folder of the site, by their address."""
    homes = {folder / Path(entrance).parts[0] for entrance in entrances.values()}
    files = [file for home in sorted(homes) for file in sorted(home.rglob("*")) if file.is_file()]
    return {file.relative_to(folder).as_posix(): str(file) for file in files}


def _read(file: Path) -> dict[str, object]:
    try:
        kept = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}
