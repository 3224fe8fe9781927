"""The engine's list of files: what hooks take out of it, and what they add for it to publish."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def remove(files: Any, is_unwanted: Callable[[str], bool]) -> None:
    """Remove the files whose path is unwanted from the engine's `files`."""
    for file in [file for file in files if is_unwanted(file.src_uri)]:
        files.remove(file)


def take(files: Any, folder: str, suffix: str) -> dict[str, str]:
    """Take the files below a folder whose names end alike out of the engine's `files`; return their texts by path."""
    taken = [file for file in files if file.src_uri.startswith(folder) and file.src_uri.endswith(suffix)]
    for file in taken:
        files.remove(file)
    return {file.src_uri: file.content_string for file in taken}


def add(files: Any, config: Any, path: str, content: str | bytes = "", published_at: str = "") -> None:
    """Add a file at `path` to the engine's `files`. A page is published at its address, or at `published_at`.

    Its class is the engine's own, whichever engine runs.
    """
    file = type(next(iter(files))).generated(config, path, content=content)
    if published_at:
        file.dest_uri = published_at
    files.append(file)


def others_in(files: Any, folder: str) -> list[str]:
    """The paths of the files below a folder that are no pages."""
    return [file.src_uri for file in files if file.src_dir == folder and not file.is_documentation_page()]
