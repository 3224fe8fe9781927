"""The process that builds for the preview, again and again: what it has read and worked out stays in its memory.

Where anything but content changes, hooks say, a new process takes its place, in which the change takes effect.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable

from handrail.preview.watcher import Snapshot

ENDED = "The build ended without a word. The next change starts it anew.\n"


class Builder:
    """`start` starts the command that builds for each line that it reads, and answers with a line of JSON: its status,
    what it said, and what was wrong."""

    def __init__(self, start: Callable[[], subprocess.Popen[str]]) -> None:
        self.start = start
        self._code: Snapshot = {}
        self._running: subprocess.Popen[str] | None = None

    def build(self, code: Snapshot) -> tuple[str, str, bool]:
        """What the build said, what was wrong, and whether there is a new site. `code` is all that is no content."""
        if code != self._code or (self._running and self._running.poll() is not None):
            self.end()
        self._code = code
        running = self._running = self._running or self.start()
        assert running.stdin
        assert running.stdout
        try:
            running.stdin.write("\n")
            running.stdin.flush()
            answer = running.stdout.readline()
        except OSError:
            answer = ""
        if not answer:
            self.end()
            return "", ENDED, False
        status, output, errors = json.loads(answer)
        return output, errors, status == 0

    def end(self) -> None:
        if self._running:
            self._running.terminate()
            self._running.communicate()
        self._running = None
