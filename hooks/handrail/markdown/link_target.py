"""Resolves the target of a Markdown link: a file of the docs folder, a fragment in it, a channel, another site."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote

_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")


@dataclass(frozen=True)
class Target:
    """`path` is relative to the docs folder; `scheme` and `fragment` lack their punctuation. Each may be empty."""

    path: str = ""
    fragment: str = ""
    scheme: str = ""
    is_absolute: bool = False
    """Whether it starts with a slash."""

    @property
    def is_inside(self) -> bool:
        """Whether it is a relative path, to a file of the docs folder."""
        return not self.scheme and not self.is_absolute


def target(written: str, page: str) -> Target:
    """The target of the link `written` on the page whose path is `page`."""
    scheme = _SCHEME.match(written)
    if scheme:
        return Target(scheme=scheme[1].lower())
    address, _, fragment = written.partition("#")
    address = address.partition("?")[0]
    if address.startswith("/"):
        return Target(address, unquote(fragment), is_absolute=True)
    folder = posixpath.dirname(page)
    path = posixpath.normpath(posixpath.join(folder, unquote(address))) if address else page
    return Target(f"{path}/" if address.endswith("/") else path, unquote(fragment))
