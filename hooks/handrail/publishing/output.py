"""The folder of a site that is being built: where goes what is made besides pages."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path


def write(site: str | os.PathLike[str], *files: Mapping[str, str] | Mapping[str, bytes]) -> None:
    """Write files, by path below the site's folder. Texts get the same line ends on every system."""
    contents: Iterable[tuple[str, str | bytes]] = chain.from_iterable(some.items() for some in files)
    for path, content in contents:
        file = Path(site, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
