"""A built page, read as a browser reads it: what it says, what it would fetch, what one can type into it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

_FETCHED = {
    "audio": ("src",),
    "embed": ("src",),
    "frame": ("src",),
    "iframe": ("src", "srcdoc"),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
_FETCHING_LINKS = {
    *("stylesheet", "icon", "apple-touch-icon", "mask-icon", "preload", "modulepreload", "prefetch", "prerender"),
    *("preconnect", "dns-prefetch", "manifest"),
}
_IN_STYLES = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])([^"')\s]+)""", re.IGNORECASE)
_UNTYPED = {"hidden", "submit", "button", "reset", "image", "checkbox", "radio", "range", "color"}


@dataclass
class Input:
    """Something to type into, with every name it has."""

    line: int
    kind: str
    names: list[str]
    length: str
    parent: int
    """The element that it stands in, by its number."""


@dataclass
class Built:
    """What a page holds, each thing with its line."""

    language: str = ""
    text: str = ""
    has_policy: bool = False
    fetched: list[tuple[int, str]] = field(default_factory=list)
    inputs: list[Input] = field(default_factory=list)

    @property
    def outside(self) -> Iterator[tuple[int, str]]:
        """What it would fetch from another host."""
        for line, address in self.fetched:
            try:
                parts = urlsplit(address.strip())
            except ValueError:
                yield line, address
                continue
            if parts.netloc or parts.scheme not in ("", "data", "blob"):
                yield line, address

    @property
    def rows(self) -> Iterator[tuple[int, int]]:
        """Where inputs for a few letters each stand beside each other, and how many."""
        short = [one for one in self.inputs if one.length.isdigit() and int(one.length) <= 12]
        counted = Counter(one.parent for one in short)
        for parent, count in counted.items():
            yield next(one.line for one in short if one.parent == parent), count


def read(html: str) -> Built:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.name_inputs()
    return reader.page


def read_file(file: Path) -> Built:
    return read(file.read_text("utf-8", "replace"))


def fetched_by_styles(css: str) -> Iterator[tuple[int, str]]:
    """What a style sheet would fetch, with the line."""
    for match in _IN_STYLES.finditer(css):
        yield css.count("\n", 0, match.start()) + 1, match[1]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Built()
        self.words: list[str] = []
        self.open: list[tuple[str, int]] = [("", 0)]
        self.count = 0
        self.labels: list[tuple[str, list[str], list[Input]]] = []
        self.ids: dict[str, Input] = {}

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = {key: value or "" for key, value in attributes}
        self.count += 1
        line = self.getpos()[0]
        if tag == "html":
            self.page.language = named.get("lang", "")
        if tag == "meta" and named.get("http-equiv", "").lower() == "content-security-policy":
            self.page.has_policy = True
        if tag == "label":
            self.labels.append((named.get("for", ""), [], []))
        self._note_fetched(tag, named, line)
        if tag in ("input", "textarea") or "contenteditable" in named:
            self._note_input(tag, named, line)
        if tag not in _VOID:
            self.open.append((tag, self.count))

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.open[-1][0] == "style":
            self.page.fetched += [(self.getpos()[0] + line - 1, url) for line, url in fetched_by_styles(data)]
        elif self.open[-1][0] != "script":
            self.words.append(data)
            if any(name == "label" for name, _ in self.open):
                self.labels[-1][1].append(data)

    def name_inputs(self) -> None:
        """Give each input the words of its label; put the words of the page together."""
        for target, words, inside in self.labels:
            for one in [*inside, *([self.ids[target]] if target in self.ids else [])]:
                one.names.append("".join(words))
        self.page.text = " ".join("".join(self.words).split())

    def _note_fetched(self, tag: str, named: dict[str, str], line: int) -> None:
        if tag == "link" and _FETCHING_LINKS & set(named.get("rel", "").lower().split()):
            self.page.fetched.append((line, named.get("href", "")))
        for key in _FETCHED.get(tag, ()):
            for address in named.get(key, "").split(",") if key == "srcset" else [named.get(key, "")]:
                if address.strip():
                    self.page.fetched.append((line, address.split()[0]))
        self.page.fetched += [(line, url) for _, url in fetched_by_styles(named.get("style", ""))]
        for key in ("action", "formaction", "ping", "background"):
            if named.get(key):
                self.page.fetched.append((line, named[key]))

    def _note_input(self, tag: str, named: dict[str, str], line: int) -> None:
        kind = named.get("type", "text").lower() if tag == "input" else tag
        if kind in _UNTYPED:
            return
        keys = ("name", "id", "placeholder", "aria-label", "title", "autocomplete", "aria-placeholder")
        names = [named[key] for key in keys if named.get(key)]
        one = Input(line, kind, names, named.get("maxlength", named.get("size", "")), self.open[-1][1])
        self.page.inputs.append(one)
        if named.get("id"):
            self.ids[named["id"]] = one
        if any(name == "label" for name, _ in self.open):
            self.labels[-1][2].append(one)


_VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"),
}
