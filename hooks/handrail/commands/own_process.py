"""Starts a command in a process of its own: changed hooks take effect there, and it can be ended halfway."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from handrail.commands import arguments


def start(
    verb: str, *options: str | Path, stdout: int, stderr: int | None = None, stdin: int | None = None
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *arguments.program(verb), *map(str, options)],
        stdin=stdin,
        stdout=stdout,
        stderr=stderr,
        env={**os.environ, "PYTHONUTF8": "1"},
        encoding="utf-8",
        errors="replace",
    )
