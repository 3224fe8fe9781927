"""Writes the lock files anew from pyproject.toml: exact versions with hashes, for every platform."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

import environment

COMPILE = [
    *("--universal", "--generate-hashes", "--no-config", "--no-annotate", "--quiet"),
    *("--fork-strategy", "fewest"),  # one version for every Python, so that all build the same bytes
    *("--no-emit-index-url", "--no-emit-find-links"),
    *("--custom-compile-command", "python3 scripts/lock.py"),
]
LOCKS = {
    "requirements.lock": ("--extra", "environment"),
    "requirements-check.lock": ("--extra", "environment", "--extra", "check"),
    "requirements-test.lock": ("--extra", "environment", "--extra", "check", "--group", "test"),
}
"""Each contains the one before it: what it adds to the project's own dependencies."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, epilog="Needs the network.")
    parser.add_argument("--upgrade", nargs="*", metavar="PACKAGE", help="take the newest versions; default: of all")
    options = parser.parse_args()
    upgrade = [] if options.upgrade is None else options.upgrade or ["--upgrade"]
    upgrade = [name if name.startswith("-") else f"--upgrade-package={name}" for name in upgrade]
    smaller: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        uv = install_uv(Path(folder))
        for lock, extras in LOCKS.items():
            write(uv, lock, *upgrade, *extras, *smaller)
            smaller = ["--constraint", lock]


def install_uv(folder: Path) -> Path:
    """Install uv, the tool that resolves for all platforms at once, where nothing of it stays behind."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv")
    return programs / "uv"


def write(uv: Path, lock: str, *options: str) -> None:
    run(uv, "pip", "compile", "pyproject.toml", "--output-file", lock, *COMPILE, *options)
    print(f"Wrote {lock}")


def run(*command: str | Path) -> None:
    if subprocess.run(command, cwd=environment.ROOT, check=False).returncode:
        sys.exit("The locks were not written. The reason is in the lines above.")
