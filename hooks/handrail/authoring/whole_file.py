"""Writes a file whole or not at all: a full disk or a kill halfway costs nobody the text that was there."""

from __future__ import annotations

import shutil
from pathlib import Path


def write(file: Path, text: str) -> None:
    """Give a file, new or not, this text. It keeps its mode, the text its line ends. Raises OSError."""
    file = file.resolve()  # a link stays one
    new = file.with_name(f".{file.name}.new")
    try:
        new.write_bytes(text.encode("utf-8"))
        if file.exists():
            shutil.copymode(file, new)
        new.replace(file)
    except OSError:
        new.unlink(missing_ok=True)
        raise
