"""Writes files whole or not at all: a full disk or a kill halfway costs nobody the text that was there."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write(file: Path, text: str) -> None:
    """Give a file, new or not, this text. It keeps its mode, the text its line ends. Raises OSError."""
    file = file.resolve()  # a link stays one
    new = file.with_name(f".{file.name}.new")
    new.unlink(missing_ok=True)  # what a kill left; never through a link
    try:
        new.write_bytes(text.encode("utf-8"))
        if file.exists():
            shutil.copymode(file, new)
        new.replace(file)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def create(texts: Mapping[Path, str]) -> None:
    """Write new files, and the folders they lie in: all of them or none. Raises FileExistsError and other OSErrors."""
    for file in texts:
        if os.path.lexists(file):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(file))
    parents = {folder for file in texts for folder in file.parents}
    new_folders = sorted((folder for folder in parents if not folder.exists()), reverse=True)
    try:
        for file, text in texts.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            write(file, text)
    except BaseException:
        for file in texts:
            with suppress(OSError):
                file.unlink()
        for folder in new_folders:
            with suppress(OSError):
                folder.rmdir()
        raise
