"""Parses a built page as a browser does: its text, what it requests, what one can type into it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

_REQUESTED = {
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
_REQUESTING_LINKS = {
    *("stylesheet", "icon", "apple-touch-icon", "mask-icon", "preload", "modulepreload", "prefetch", "prerender"),
    *("preconnect", "dns-prefetch", "manifest"),
}
_IN_STYLES = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])([^"')\s]+)""", re.IGNORECASE)
_NOT_TYPED_INTO = {"hidden", "submit", "button", "reset", "image", "checkbox", "radio", "range", "color"}


@dataclass
class Input:
    """A form control to type into, with everything that names it."""

    line: int
    kind: str
    names: list[str]
    length: str
    parent: int
    """The number of the element that contains it."""


@dataclass
class Built:
    """The content of a page that rules look at, each item with its line."""

    language: str = ""
    text: str = ""
    has_policy: bool = False
    requested: list[tuple[int, str]] = field(default_factory=list)
    inputs: list[Input] = field(default_factory=list)

    @property
    def external(self) -> Iterator[tuple[int, str]]:
        """What it requests from another host."""
        for line, address in self.requested:
            try:
                parts = urlsplit(address.strip())
            except ValueError:
                yield line, address
                continue
            if parts.netloc or parts.scheme not in ("", "data", "blob"):
                yield line, address

    @property
    def short_input_rows(self) -> Iterator[tuple[int, int]]:
        """The lines where inputs of a few letters are side by side, each with how many they are."""
        short = [control for control in self.inputs if control.length.isdigit() and int(control.length) <= 12]
        counts = Counter(control.parent for control in short)
        for parent, count in counts.items():
            yield next(control.line for control in short if control.parent == parent), count


def read(html: str) -> Built:
    parser = _Parser()
    parser.feed(html)
    parser.close()
    parser.name_inputs()
    return parser.page


def read_file(file: Path) -> Built:
    return read(file.read_text("utf-8", "replace"))


def requested_by_styles(css: str) -> Iterator[tuple[int, str]]:
    """What a style sheet requests, with the line."""
    for match in _IN_STYLES.finditer(css):
        yield css.count("\n", 0, match.start()) + 1, match[1]


class _Parser(HTMLParser):
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
            self.page.has_policy = "-src " in named.get("content", "")
        if tag == "label":
            self.labels.append((named.get("for", ""), [], []))
        self._note_requests(tag, named, line)
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
            self.page.requested += [(self.getpos()[0] + line - 1, url) for line, url in requested_by_styles(data)]
        elif self.open[-1][0] != "script":
            self.words.append(data)
            if any(name == "label" for name, _ in self.open):
                self.labels[-1][1].append(data)

    def name_inputs(self) -> None:
        """Give each input the text of its label, and join the text of the page."""
        for target, words, inside in self.labels:
            for control in [*inside, *([self.ids[target]] if target in self.ids else [])]:
                control.names.append("".join(words))
        self.page.text = " ".join("".join(self.words).split())

    def _note_requests(self, tag: str, named: dict[str, str], line: int) -> None:
        if tag == "link" and _REQUESTING_LINKS & set(named.get("rel", "").lower().split()):
            self.page.requested.append((line, named.get("href", "")))
        for key in _REQUESTED.get(tag, ()):
            for address in named.get(key, "").split(",") if key == "srcset" else [named.get(key, "")]:
                if address.strip():
                    self.page.requested.append((line, address.split()[0]))
        self.page.requested += [(line, url) for _, url in requested_by_styles(named.get("style", ""))]
        for key in ("action", "formaction", "ping", "background"):
            if named.get(key):
                self.page.requested.append((line, named[key]))

    def _note_input(self, tag: str, named: dict[str, str], line: int) -> None:
        kind = named.get("type", "text").lower() if tag == "input" else tag
        if kind in _NOT_TYPED_INTO:
            return
        keys = ("name", "id", "placeholder", "aria-label", "title", "autocomplete", "aria-placeholder")
        names = [named[key] for key in keys if named.get(key)]
        control = Input(line, kind, names, named.get("maxlength", named.get("size", "")), self.open[-1][1])
        self.page.inputs.append(control)
        if named.get("id"):
            self.ids[named["id"]] = control
        if any(name == "label" for name, _ in self.open):
            self.labels[-1][2].append(control)


_VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"),
}
