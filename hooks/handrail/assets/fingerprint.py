"""Names that change with content, so that a browser may keep a file for ever and still never shows an old one."""

from __future__ import annotations

import hashlib
from posixpath import splitext


def named(path: str, content: str | bytes) -> str:
    """`path` with a fingerprint of the content before its ending."""
    data = content.encode() if isinstance(content, str) else content
    stem, ending = splitext(path)
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:12]}{ending}"
