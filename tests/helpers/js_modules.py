"""Imports the project's JavaScript modules where no page is needed: in Node, which Playwright brings along.

It has the V8 of a Chromium and the modules of a browser, and starts in a twentieth of the time.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Any

import playwright
from built_site import ROOT

from handrail.search.index_files import IndexFiles
from handrail.secrets import wordlists

NODE = Path(playwright.__file__).parent / "driver" / ("node.exe" if os.name == "nt" else "node")
PROGRAM = Path(__file__).with_suffix(".mjs")
PATIENCE = 120
"""Seconds until an answer is given up: those that come take a few at most."""


class Modules:
    """A Node of its own, so that nothing that a test changes in a module is there for the next one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.put("secrets/wordlist_data.js", wordlists.javascript().encode())
        command = [NODE, PROGRAM, ROOT / "overrides/assets", folder]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def __enter__(self) -> Modules:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.process.kill()
        self.process.communicate()

    def put(self, name: str, content: bytes) -> None:
        """Let scripts fetch a file, or import a module that a build makes."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def put_index(self, index: IndexFiles) -> str:
        """Let scripts fetch an index of search; the address of its entry file."""
        for name, content in index.files:
            self.put(name, content)
        return f"/{index.entry_file}"

    def evaluate(self, function: str, argument: Any = None) -> Any:
        """What a function of JavaScript returns, or promises. It and its argument go as JSON in ASCII, which is how
        half a character gets there as it is."""
        assert self.process.stdin
        assert self.process.stdout
        print(json.dumps([function, argument]), file=self.process.stdin, flush=True)
        give_up = Timer(PATIENCE, self.process.kill)
        give_up.start()
        line = self.process.stdout.readline()
        give_up.cancel()
        assert line, f"no answer within {PATIENCE} seconds"
        answer = json.loads(line)
        assert "error" not in answer, answer["error"]
        return answer.get("value")

    @property
    def fetched(self) -> list[str]:
        """The names of the files that were asked for, one after the other."""
        names: list[str] = self.evaluate("() => fetched")
        return names
