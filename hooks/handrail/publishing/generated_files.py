"""Files that hooks add to the engine's own: it publishes them as it does those of the docs folder."""

from __future__ import annotations

from typing import Any


def add(files: Any, config: Any, path: str, content: str = "", published_at: str = "") -> None:
    """Add a file at `path` to the engine's `files`. A page is published at its address, or at `published_at`.

    Its class is the engine's own, whichever engine runs.
    """
    file = type(next(iter(files))).generated(config, path, content=content)
    if published_at:
        file.dest_uri = published_at
    files.append(file)
