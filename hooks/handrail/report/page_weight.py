"""Weighs the pages of a built site: HTML, style sheets and scripts, compressed with gzip."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from posixpath import join, normpath

from handrail.center.routes import NOT_FOUND
from handrail.report.state import Weight

_TAG = re.compile(r"<(?P<name>link|script)\b(?P<attributes>[^>]*)>", re.IGNORECASE)
_ADDRESS = re.compile(r"""\b(?:href|src)=["']?(?P<address>[^"'\s>?#]+)""")
_STYLESHEET = re.compile(r"""\brel=["']?stylesheet\b""")


def weigh(site: Path, kinds: Mapping[str, str]) -> list[Weight]:
    """The weight of each page of the site in a folder, in bytes. `kinds` are the templates by URL."""

    @cache
    def size(path: str) -> int:
        file = site / path
        return _compressed(file.read_bytes()) if file.is_file() else 0

    weights = []
    for file in sorted(site.rglob("*.html")):
        url = file.relative_to(site).as_posix().removesuffix("index.html")
        html = file.read_bytes()
        sheets, scripts = _loaded(html.decode("utf-8", "replace"), url)
        kind = kinds.get(url, "other" if url != NOT_FOUND else "404")
        css, js = sum(map(size, sheets)), sum(map(size, scripts))
        weights.append(Weight(url=url, kind=kind, html=_compressed(html), css=css, js=js))
    return weights


def _loaded(html: str, url: str) -> tuple[set[str], set[str]]:
    """The style sheets and scripts of a page, as paths from the site's root."""
    sheets, scripts = set(), set()
    for tag in _TAG.finditer(html):
        address = _ADDRESS.search(tag["attributes"])
        if address is None or "//" in address["address"]:
            continue
        path = _path(address["address"], url)
        if tag["name"].lower() == "script":
            scripts.add(path)
        elif _STYLESHEET.search(tag["attributes"]):
            sheets.add(path)
    return sheets, scripts


def _path(address: str, url: str) -> str:
    return address.lstrip("/") if address.startswith("/") else normpath(join(url.rpartition("/")[0], address))


def _compressed(content: bytes) -> int:
    return len(gzip.compress(content, 9, mtime=0))
