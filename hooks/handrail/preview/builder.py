"""The process that builds for the preview, again and again: what it has read and worked out stays in its memory.

Where anything but content changes, hooks say, a new process takes its place, in which the change takes effect.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handrail.preview.watcher import Snapshot
from handrail.publishing.held_signals import SUPERSEDED

FEW = 10
"""Documents whose pages are made before the rest of the site; with more it may as well come whole."""
ENDED = "The build ended without a word. The next change starts it anew.\n"


@dataclass(frozen=True)
class Result:
    """What a build said, what was wrong, and whether there is a new site."""

    output: str
    errors: str
    is_new: bool


class Builder:
    """`start` starts the process, which answers requests as `commands/build_requests.py` says."""

    def __init__(self, start: Callable[[], subprocess.Popen[str]]) -> None:
        self.start = start
        self._running: subprocess.Popen[str] | None = None
        self._code: Snapshot = {}
        self._whole: Snapshot = {}
        """What the last site was made of that this process built."""
        self._is_superseded = False

    def edited(self, now: Snapshot, docs: Path) -> list[str]:
        """The few documents, by path below the docs folder, that alone are other than in the last site; none where
        anything else is."""
        if now.keys() != self._whole.keys():
            return []
        files = [file for file, state in now.items() if state != self._whole[file]]
        are_few = len(files) <= FEW and all(file.suffix == ".md" and file.is_relative_to(docs) for file in files)
        return [file.relative_to(docs).as_posix() for file in files] if are_few else []

    def show(self, documents: list[str]) -> list[str]:
        """Make the pages of these documents alone; the files that were written, none where it takes a whole build."""
        with suppress(OSError, ValueError):
            files: list[str] = self._ask(documents)
            return files
        return []

    def build(self, now: Snapshot, docs: Path) -> Result | None:
        """Build the whole site; None where there was a newer state before it was done."""
        code = {file: state for file, state in now.items() if not file.is_relative_to(docs)}
        if code != self._code or (self._running and self._running.poll() is not None):
            self.end()
        self._code = code
        self._running = self._running or self.start()
        self._is_superseded, answer = False, None
        try:
            while answer is None and not self._is_superseded:  # the signal may come when only the next build is there
                answer = self._ask([])
        except (OSError, ValueError):
            if self._running is None:
                return None  # it was ended meanwhile
            self.end()
            return Result("", ENDED, False)
        if answer is None:
            return None
        status, output, errors = answer
        if status == 0:
            self._whole = now
        return Result(output, errors, status == 0)

    def supersede(self) -> None:
        """Let the build that is at work end, where the system has a signal for that: there is a newer state."""
        if SUPERSEDED and self._running:
            self._is_superseded = True
            self._running.send_signal(SUPERSEDED)

    def end(self) -> None:
        running, self._running, self._whole = self._running, None, {}
        if running:
            running.terminate()
            running.wait()
            for pipe in filter(None, (running.stdin, running.stdout)):
                with suppress(OSError):  # what nobody read
                    pipe.close()

    def _ask(self, documents: list[str]) -> Any:
        """The answer to a request. Raises OSError or ValueError where the process has ended."""
        assert self._running
        assert self._running.stdin
        assert self._running.stdout
        self._running.stdin.write(f"{json.dumps(documents)}\n")
        self._running.stdin.flush()
        return json.loads(self._running.stdout.readline())
