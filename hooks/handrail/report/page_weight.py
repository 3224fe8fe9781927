"""What the pages of a built site weigh: the HTML, and the style sheets and scripts it names, as gzip sends them."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from posixpath import join, normpath

from handrail.report.state import Weight

_TAG = re.compile(r"<(?P<name>link|script)\b(?P<attributes>[^>]*)>", re.IGNORECASE)
_ADDRESS = re.compile(r"""\b(?:href|src)=["']?(?P<address>[^"'\s>?#]+)""")
_SHEET = re.compile(r"""\brel=["']?stylesheet\b""")


def weigh(site: Path, kinds: Mapping[str, str]) -> list[Weight]:
    """The weight of each page of the site in a folder, by address. `kinds` are their templates, by address."""

    @cache
    def size(path: str) -> int:
        file = site / path
        return _packed(file.read_bytes()) if file.is_file() else 0

    found = []
    for file in sorted(site.rglob("*.html")):
        url = file.relative_to(site).as_posix().removesuffix("index.html")
        html = file.read_bytes()
        sheets, scripts = _loaded(html.decode("utf-8", "replace"), url)
        kind = kinds.get(url, "other" if url != "404.html" else "404")
        found.append(
            Weight(url=url, kind=kind, html=_packed(html), css=sum(map(size, sheets)), js=sum(map(size, scripts)))
        )
    return found


def _loaded(html: str, url: str) -> tuple[set[str], set[str]]:
    """The style sheets and the scripts of a page, as paths from the site's root."""
    sheets, scripts = set(), set()
    for tag in _TAG.finditer(html):
        address = _ADDRESS.search(tag["attributes"])
        if address is None or "//" in address["address"]:
            continue
        path = _path(address["address"], url)
        if tag["name"].lower() == "script":
            scripts.add(path)
        elif _SHEET.search(tag["attributes"]):
            sheets.add(path)
    return sheets, scripts


def _path(address: str, url: str) -> str:
    return address.lstrip("/") if address.startswith("/") else normpath(join(url.rpartition("/")[0], address))


def _packed(content: bytes) -> int:
    return len(gzip.compress(content, 9, mtime=0))
