"""The folder of a site that is being built: where goes what is made besides pages."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


def write(site: str | os.PathLike[str], files: Mapping[str, str | bytes]) -> None:
    """Write files, by path below the site's folder. Texts get the same line ends on every system."""
    for path, content in files.items():
        file = Path(site, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
