"""A file that is kept for the next run, and believed only if this user's own run wrote it.

A project may come with a cache folder that somebody prepared, a disk may fail, a run may be killed. So a file carries a
digest of its content that is made with a secret of this user, which lies outside of every project; whatever has
another digest counts as missing. Where the secret or a file cannot be kept, the next run is slower, no more.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from functools import cache
from pathlib import Path

DIGEST = 32
"""Bytes, at the start of a file."""


def read(file: Path, key: str = "") -> bytes | None:
    """What was last written to this file under this key; None where that is not certain."""
    try:
        if not file.is_file():  # a pipe would never end
            return None
        data = file.read_bytes()
    except OSError:
        return None
    content = data[DIGEST:]
    return content if _secret() and hmac.compare_digest(data[:DIGEST], _digest(key, content)) else None


def write(file: Path, content: bytes, key: str = "") -> None:
    """Keep the content in this file. Nobody ever reads half of it."""
    if _secret() and _is_real(file.parent):
        with suppress(OSError):
            _replace(file, _digest(key, content) + content)


@cache
def _is_real(folder: Path) -> bool:
    """Whether files can be kept in this folder, made where there is none; a link in its path may lead anywhere."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        if folder.resolve() == folder:
            if not os.path.lexists(folder / ".gitignore"):  # it may be a link or a pipe
                (folder / ".gitignore").write_text("*\n", "utf-8")
            return True
    return False


def _replace(file: Path, content: bytes) -> None:
    """Put the content in the place of a file in one step. Nobody else may read it, as it may be the secret."""
    new = file.with_name(f"{file.name}.new")
    new.unlink(missing_ok=True)
    with open(new, "xb", opener=_private) as opened:  # never through a link
        opened.write(content)
    new.replace(file)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _digest(key: str, content: bytes) -> bytes:
    start = f"{len(key)} {key}".encode()
    return hashlib.blake2b(start + content, key=_secret(), digest_size=DIGEST).digest()


@cache
def _secret() -> bytes:
    """That of this user, made by the first run; empty where it cannot be kept."""
    try:
        file = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "handrail/secret")
        if not file.is_file() or file.stat().st_size != DIGEST:
            file.parent.mkdir(parents=True, exist_ok=True)
            _replace(file, secrets.token_bytes(DIGEST))
        return file.read_bytes()
    except (OSError, RuntimeError):  # there may be no home
        return b""
