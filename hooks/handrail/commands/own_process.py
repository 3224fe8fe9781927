"""Starts a command in a process of its own: changed hooks take effect there, and it can be ended halfway."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

PACKAGE = Path(__file__).parents[1]


def start(verb: str, *options: str | Path, stdout: int | IO[str] | None, stderr: int | None) -> subprocess.Popen[str]:
    """Start `python -m handrail VERB`. -P keeps modules in the current folder from being taken for installed ones."""
    path = os.pathsep.join(filter(None, [str(PACKAGE.parent), os.environ.get("PYTHONPATH")]))
    return subprocess.Popen(
        [sys.executable, "-P", "-m", PACKAGE.name, verb, *map(str, options)],
        stdout=stdout,
        stderr=stderr,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
        encoding="utf-8",
        errors="replace",
    )
