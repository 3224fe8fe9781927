"""The real search, asked without a browser: the script and the index that a build publishes, run by an embedded V8.

A browser takes seconds to start and is not on every author's machine. V8 is the one that Chromium has; a test holds
that both answer alike. What was asked before of the same files is kept.
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
from tempfile import TemporaryDirectory
from typing import Any

from handrail.assets import js_bundle
from handrail.engine import cache_files
from handrail.engine.build import BuildFailed
from handrail.preview.watcher import files
from handrail.search_runner.index_build import Indexed, index

BROWSER = Path(__file__).with_name("v8_environment.js")
V8 = "py_mini_racer"
PROCESS = Path(__file__).with_name("v8_process.py")
FEW = 500
"""So many questions are worth a process of their own."""

Questions = Mapping[str, Sequence[str]]
Answers = dict[str, list[list[str]]]
Known = dict[str, tuple[list[str], bool]]
"""To each question the ids that it finds, and whether the index of its own language alone was asked."""


class Searcher:
    """Answers questions about the site of a configuration. The index is built when the first ones come.

    Answers are kept in the file `cached`. One holds as long as the engine and the indexes that it came from, whose
    names hold a hash of their content.
    """

    def __init__(self, config_file: Path, cached: Path) -> None:
        self.config_file, self.cached = config_file.resolve(), cached

    def __call__(self, questions: Questions) -> Answers:
        """The ids of the articles that each question finds, best first. Raises BuildFailed."""
        files, kept = self._files(), _read(self.cached)
        known: dict[str, Known] = kept.get("answers", {})
        if kept.get("files") != files or _unknown(questions, known):
            with TemporaryDirectory(prefix="handrail-") as folder:
                indexed = index(self.config_file, Path(folder))
                asked_of = _asked_of(indexed)
                known = {code: _held(code, known.get(code, {}), kept["asked_of"], asked_of) for code in known}
                for code, found in ask(indexed, Path(folder), _unknown(questions, known)).items():
                    known[code] = {**known.get(code, {}), **found}
            known = {code: {text: known[code][text] for text in texts} for code, texts in questions.items()}
            if files == self._files():  # and nobody saved one meanwhile
                kept = {"files": files, "asked_of": asked_of, "answers": known}
                cache_files.write(self.cached, json.dumps(kept))
        return {code: [known[code][text][0] for text in texts] for code, texts in questions.items()}

    def _files(self) -> str:
        """Another one for any other byte that a build reads."""
        digest = hashlib.sha256(cache_files.code_version().encode())
        for file in files(self.config_file):
            digest.update(f"\0{file}\0".encode())
            digest.update(file.read_bytes())
        return digest.hexdigest()


def _asked_of(indexed: Indexed) -> dict[str, str]:
    """What answers come from: the engine, and the index of each language."""
    script = hashlib.sha256(f"{indexed.script}\0{BROWSER.read_text('utf-8')}".encode()).hexdigest()
    return {"": script, **indexed.entrances}


def _held(code: str, known: Known, then: Mapping[str, str], now: Mapping[str, str]) -> Known:
    """The answers in a language that came from what is there now."""
    if then == now:
        return known
    if any(then.get(part) != now.get(part) for part in ("", code)):
        return {}
    return {text: (found, alone) for text, (found, alone) in known.items() if alone}


def _unknown(questions: Questions, known: Mapping[str, Known]) -> Questions:
    missing = {code: [text for text in texts if text not in known.get(code, {})] for code, texts in questions.items()}
    return {code: texts for code, texts in missing.items() if texts}


def ask(indexed: Indexed, folder: Path, questions: Questions) -> dict[str, Known]:
    """What search answers in each language. `folder` is that of the site. Raises BuildFailed."""
    task = {
        "scripts": [BROWSER.read_text("utf-8"), f"const open = {js_bundle.expression(indexed.script, 'open')};"],
        "files": _index(folder, indexed.entrances),
        "entrances": indexed.entrances,
    }
    known: dict[str, Known] = {language: {} for language in questions}
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        for answers in threads.map(_run, ({**task, "questions": share} for share in _shares(questions))):
            for language, found in answers.items():
                known[language] |= found
    return known


def _shares(questions: Questions) -> list[Questions]:
    """The questions in as many parts as are worth a process, and as there are processors for."""
    asked = [(language, text) for language, texts in questions.items() for text in texts]
    count = max(1, min(os.cpu_count() or 1, len(asked) // FEW))
    size = max(1, -(-len(asked) // count))
    shares: list[Questions] = []
    for start in range(0, len(asked), size):
        share: dict[str, list[str]] = {}
        for language, text in asked[start : start + size]:
            share.setdefault(language, []).append(text)
        shares.append(share)
    return shares


def _run(task: Mapping[str, Any]) -> dict[str, Known]:
    """The answers to a task. What ends the process that works on it is tried once more.

    Raises ModuleNotFoundError where V8 is not installed, and BuildFailed.
    """
    if find_spec(V8) is None:
        raise ModuleNotFoundError(name=V8)
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, str(PROCESS)], input=json.dumps(task), capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode == 0:
            found = json.loads(done.stdout)
            return {code: dict(zip(texts, found[code], strict=True)) for code, texts in task["questions"].items()}
    said = done.stderr.strip().splitlines() or [f"it ended with status {done.returncode}"]
    raise BuildFailed(f"Search cannot be asked: {said[-1]}")


def _index(folder: Path, entrances: Mapping[str, str]) -> dict[str, str]:
    """The files of search below the folder of the site, by their address."""
    homes = {folder / Path(entrance).parts[0] for entrance in entrances.values()}
    files = [file for home in sorted(homes) for file in sorted(home.rglob("*")) if file.is_file()]
    return {file.relative_to(folder).as_posix(): str(file) for file in files}


def _read(file: Path) -> dict[str, Any]:
    """What is kept; nothing where it cannot be read, or was written by another version."""
    try:
        kept = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) and kept.keys() == {"files", "asked_of", "answers"} else {}
