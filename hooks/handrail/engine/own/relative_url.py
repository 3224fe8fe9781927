"""Links between files of a site, so that it works below any path."""

from __future__ import annotations

import posixpath
from functools import lru_cache


@lru_cache(maxsize=100_000)
def relative_url(url: str, page: str) -> str:
    """The address `url` as the page at `page` links it; both start at the site's root. A folder ends with a slash."""
    folder = posixpath.dirname(page) if "." in posixpath.basename(page) else page
    path = posixpath.relpath(posixpath.join("/", url), posixpath.join("/", folder))
    return f"{path}/" if url.endswith("/") else path
