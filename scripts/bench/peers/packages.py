"""The packages that peers are made of, in a cache folder, at the versions pinned next to this file."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import environment

HERE = Path(__file__).parent
CACHE = environment.ROOT / ".cache/peers"
NODE = "node"
STAMP = "complete"


class PackageError(Exception):
    """A peer did not install or did not build. Its text is the reason, in a line."""


def home(name: str) -> Path:
    """The folder with these packages, installing them first where needed."""
    folder = CACHE / name
    wanted = hashlib.sha256(b"".join(file.read_bytes() for file in _pins(name))).hexdigest()
    stamp = folder / STAMP
    if not stamp.is_file() or stamp.read_text("utf-8") != wanted:
        print(f"Installing peers: {name} ...", file=sys.stderr, flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        _install_node(folder) if name == NODE else _install_python(folder, name)
        stamp.write_text(wanted, "utf-8")
    return folder


def versions(name: str) -> Mapping[str, str]:
    """The version of each package of this set."""
    if name == NODE:
        pinned: dict[str, str] = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]
        return pinned
    return dict(re.findall(r"^([\w-]+)==([\w.]+)", (HERE / f"{name}.lock").read_text("utf-8"), re.MULTILINE))


def python(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(command: Sequence[str | Path], folder: Path) -> None:
    """Run a command to its end. Raises PackageError with the last line it said."""
    try:
        done = subprocess.run(
            list(map(str, command)), cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
    except OSError as error:
        raise PackageError(f"{Path(command[0]).name}: {error.strerror}") from None
    if done.returncode:
        raise PackageError(_reason(done.stdout.decode("utf-8", "replace")) or f"{Path(command[0]).name} failed")


def _install_node(folder: Path) -> None:
    npm = shutil.which("npm")
    if not npm or not shutil.which("node"):
        raise PackageError("no Node.js here. Install Node.js 20 or newer, with npm")
    for file in _pins(NODE):
        shutil.copy(file, folder)
    # Not `npm ci`: it refuses a lock that was not written with the binaries of every platform at hand.
    run([npm, "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], folder)


def _install_python(folder: Path, name: str) -> None:
    run([sys.executable, "-m", "venv", folder], folder)
    options = ["--quiet", "--disable-pip-version-check", "--no-input", "--require-hashes"]
    run([python(folder), "-m", "pip", "install", *options, "--requirement", HERE / f"{name}.lock"], folder)


def _pins(name: str) -> list[Path]:
    names = ["package.json", "package-lock.json"] if name == NODE else [f"{name}.lock"]
    return [HERE / file for file in names]


def _reason(output: str) -> str:
    """The line that says most, without addresses."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.lower()] or lines[-1:]
    return re.sub(r"\w+://\S+", "…", errors[0])[:200] if errors else ""
