"""Compresses the texts of a site once, as small as they get, for servers that send such files as they are."""

from __future__ import annotations

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

SUFFIXES = {".css", ".html", ".js", ".json", ".md", ".svg", ".txt", ".webmanifest", ".xml"}
SMALL = 1000
"""Bytes; what is shorter is one packet all the same."""


def write(site: Path) -> None:
    """Write each longer text in a folder once more as gzip and as Brotli. The same text gives the same bytes."""
    texts = [path for path in site.rglob("*") if path.suffix in SUFFIXES and path.is_file()]
    with ThreadPoolExecutor() as pool:  # both libraries let other threads work
        list(pool.map(_compress, texts))


def _compress(file: Path) -> None:
    text = file.read_bytes()
    if len(text) > SMALL:
        file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(text, 9, mtime=0))
        file.with_name(f"{file.name}.br").write_bytes(brotli.compress(text, mode=brotli.MODE_TEXT, quality=11))
