"""Tells an author in the terminal what the check finds, without holding up the preview.

The check runs at the same time, in a process of its own: when something changes meanwhile, it is ended and begun anew.
"""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

SLOW = ("findability", "guides/findable")
"""The rules that ask search, and so have to make an index first. They speak after the others."""

NOTHING = "No problems found."


class BackgroundCheck:
    """The check of one site, over and over. `start` starts a command of the package, with options."""

    def __init__(self, start: Callable[..., subprocess.Popen[str]], config_file: Path) -> None:
        self.start, self.config_file = start, config_file
        self._round = 0
        self._running: subprocess.Popen[str] | None = None
        self._turn = threading.Lock()

    def renew(self) -> None:
        """Check what stands there now, and say what is found when it is known."""
        self.end()
        with self._turn:
            number = self._round
        threading.Thread(target=self._tell, args=(number,), daemon=True).start()

    def end(self) -> None:
        """Find no more."""
        with self._turn:
            self._round += 1
            if self._running:
                self._running.terminate()

    def _tell(self, number: int) -> None:
        for option, is_worth_saying in (("--ignore", bool), ("--select", _finds_something)):
            said = self._check(number, *(word for name in SLOW for word in (option, name)))
            with self._turn:
                if number == self._round and is_worth_saying(said):
                    print(said, end="", flush=True)

    def _check(self, number: int, *options: str) -> str:
        """What the check says; nothing where it was ended."""
        with self._turn:
            if number != self._round:
                return ""
            self._running = self.start(
                "check", "--config", self.config_file, *options, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
            )
            running = self._running
        said, _ = running.communicate()
        return said if running.returncode in (0, 1) else ""


def _finds_something(said: str) -> bool:
    return said.strip() not in ("", NOTHING)
