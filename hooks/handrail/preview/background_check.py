"""Tells an author in the terminal what the check finds, without holding up the preview.

The check runs beside, in a process of its own: when something changes meanwhile, it is ended and begun anew.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

CHECK = Path(__file__).parents[3] / "scripts" / "check.py"
SLOW = "findability"
"""The family of rules that asks search, and so has to make an index first. It speaks after the others."""

NOTHING = "Nothing is wrong."


class Findings:
    """The check of one site, over and over."""

    def __init__(self, config_file: Path) -> None:
        self.config_file = config_file
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
        for options, is_worth_saying in ((("--without", SLOW), bool), (("--rule", SLOW), _finds_something)):
            said = self._check(number, *options)
            with self._turn:
                if number == self._round and is_worth_saying(said):
                    print(said, end="", flush=True)

    def _check(self, number: int, *options: str) -> str:
        """What the check says; nothing where it was ended."""
        with self._turn:
            if number != self._round:
                return ""
            self._running = subprocess.Popen(
                [sys.executable, str(CHECK), "--config", str(self.config_file), *options],
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                env={**os.environ, "PYTHONUTF8": "1"},
                encoding="utf-8",
                errors="replace",
            )
            running = self._running
        said, _ = running.communicate()
        return said if running.returncode in (0, 1) else ""


def _finds_something(said: str) -> bool:
    return said.strip() not in ("", NOTHING)
