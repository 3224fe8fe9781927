"""What git knows of a file: its earlier texts, and when they were changed. Without git nothing is known."""

from __future__ import annotations

import datetime
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

MOST = 60
"""So many versions of a file are looked at. A section that has been behind for longer has no known age."""


@dataclass(frozen=True)
class Version:
    date: datetime.date
    text: str


@lru_cache(maxsize=256)
def versions(file: Path) -> tuple[Version, ...]:
    """The versions of a file that were committed, the newest first; none where there is no history of it."""
    listed = _git(file, "log", f"--max-count={MOST}", "--format=%H %cs", "--", f"./{file.name}").decode()
    commits = [line.split() for line in listed.splitlines()]
    wanted = "".join(f"{commit}:./{file.name}\n" for commit, _ in commits)
    answer = _git(file, "cat-file", "--batch", said=wanted.encode()) if commits else b""
    found = []
    for _, date in commits:
        head, _, answer = answer.partition(b"\n")
        kind = head.rsplit(b" ", 2)[-2:]
        if len(kind) != 2 or kind[0] != b"blob":
            continue  # in that commit it was deleted
        size = int(kind[1])
        text = answer[:size].decode("utf-8", "replace").replace("\r\n", "\n")
        found.append(Version(datetime.date.fromisoformat(date), text))
        answer = answer[size + 1 :]
    return tuple(found)


def _git(file: Path, *command: str, said: bytes = b"") -> bytes:
    try:
        done = subprocess.run(["git", *command], cwd=file.parent, input=said, capture_output=True, check=False)
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""
