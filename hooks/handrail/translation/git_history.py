"""The versions of a file in git, and their dates; none where there is no git."""

from __future__ import annotations

import datetime
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

MAX_VERSIONS = 60
"""How many versions of a file are read. The age of a section that is outdated for longer is unknown."""


@dataclass(frozen=True)
class Version:
    date: datetime.date
    text: str


@lru_cache(maxsize=256)
def versions(file: Path) -> tuple[Version, ...]:
    """The committed versions of a file, the newest first; none where there is no history of it."""
    log = _git(file.parent, "log", f"--max-count={MAX_VERSIONS}", "--format=%H %cs", "--", f"./{file.name}").decode()
    commits = [line.split() for line in log.splitlines()]
    names = "".join(f"{commit}:./{file.name}\n" for commit, _ in commits)
    output = _git(file.parent, "cat-file", "--batch", stdin=names.encode()) if commits else b""
    versions = []
    for _, date in commits:
        header, _, output = output.partition(b"\n")
        kind = header.rsplit(b" ", 2)[-2:]
        if len(kind) != 2 or kind[0] != b"blob":
            continue  # deleted in that commit
        size = int(kind[1])
        text = output[:size].decode("utf-8", "replace").replace("\r\n", "\n")
        versions.append(Version(datetime.date.fromisoformat(date), text))
        output = output[size + 1 :]
    return tuple(versions)


def renames(folder: Path) -> dict[str, str]:
    """The paths that files below a folder once had, relative to it, and the ones that they were given next."""
    options = ("-M", "--diff-filter=R", "--name-status", "--relative", "-z")
    commits = _git(folder, "log", "--reverse", "--format=", *options, "--", ".")
    changes = _git(folder, "diff", "HEAD", *options, "--", ".")
    fields = [field for field in (commits + changes).decode("utf-8", "replace").split("\0") if field.strip()]
    return dict(zip(fields[1::3], fields[2::3], strict=True))


def _git(folder: Path, *command: str, stdin: bytes = b"") -> bytes:
    try:
        done = subprocess.run(["git", *command], cwd=folder, input=stdin, capture_output=True, check=False)
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""
