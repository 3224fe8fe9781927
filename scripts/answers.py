"""The real search, asked without a browser: the script and the index that a build publishes, run by an embedded V8.

A browser takes seconds to start and is not on every author's machine. V8 is the one that Chromium has; a test holds
that both answer alike. What was asked before of the same files is kept in .cache.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from py_mini_racer import JSPromise, MiniRacer

import engine
import environment
from helpcenter import modules
from sources import files

BROWSER = Path(__file__).with_name("answers.js")
CACHE = environment.ROOT / ".cache/answers"
LIMIT = 600
"""Seconds after which nobody waits any more."""

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
    """What search answers in each language. `folder` is that of the site; languages take turns side by side."""

    def one(language: str) -> list[list[str]]:
        return _ask(indexed, folder, language, questions[language])

    with ThreadPoolExecutor(min(len(questions), os.cpu_count() or 1) or 1) as threads:
        return dict(zip(questions, threads.map(one, questions), strict=True))


def _ask(indexed: engine.Indexed, folder: Path, language: str, questions: Sequence[str]) -> list[list[str]]:
    with MiniRacer() as browser:
        browser.eval(BROWSER.read_text("utf-8"))
        browser.eval(f"const open = {modules.expression(indexed.script, 'open')}; 0")
        for address, data in _index(folder, indexed.entrances):
            if data:
                cast(memoryview, browser.eval(f"file({json.dumps(address)}, {len(data)})"))[:] = data
        values = ", ".join(map(json.dumps, (language, indexed.entrances, list(questions))))
        promise = cast(JSPromise, browser.eval(f"answers(open, {values})"))
        return cast(list[list[str]], json.loads(str(promise.get(timeout=LIMIT))))


def _index(folder: Path, entrances: Mapping[str, str]) -> list[tuple[str, bytes]]:
    """The files of search below the folder of the site, by their path."""
    homes = {folder / Path(entrance).parts[0] for entrance in entrances.values()}
    paths = [file for home in sorted(homes) for file in sorted(home.rglob("*")) if file.is_file()]
    return [(file.relative_to(folder).as_posix(), file.read_bytes()) for file in paths]


def _read(file: Path) -> dict[str, object]:
    try:
        kept = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}
