"""Keeps what was made of texts between runs, so that an unchanged text is parsed and searched once.

All that is known of a text is one entry, found by a hash of the text, so it is never outdated. Each line of the file is
an entry: key, age, and as JSON the results by name, which are read when one of them is asked for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from handrail.cache import sealed_file
from handrail.checks.cjk_typography import Slip
from handrail.checks.mentions import Mention
from handrail.checks.section_facts import SectionFacts
from handrail.markdown import nodes
from handrail.secrets.guard import Finding

Value = TypeVar("Value")

MAX_AGE = 8
"""An entry is dropped after this many runs that did not use it. Not every run uses all."""

_CLASSES: dict[str, Callable[..., Any]] = {
    **{cls.__name__: cls for cls in (Finding, Mention, Slip, SectionFacts, nodes.Part, *nodes.Element.__args__)},
    "dict": lambda *items: dict(items),
}


class Known:
    """What is known of one text: results by the name of what made them."""

    def __init__(self, stored: bytes = b"{}") -> None:
        self._stored: dict[str, Any] = json.loads(stored)
        self._made: dict[str, Any] = {}
        self._learned = False

    def __call__(self, name: str, make: Callable[[], Value]) -> Value:
        """The result of a pure function of the text. Do not modify it. A list may come back as a tuple."""
        if name not in self._made:
            self._made[name] = _decode(self._stored[name]) if name in self._stored else make()
        value: Value = self._made[name]
        return value

    @property
    def is_empty(self) -> bool:
        return not self._stored and not self._made

    @property
    def is_new(self) -> bool:
        return self._learned or not self._made.keys() <= self._stored.keys()

    def learn(self, content: bytes) -> None:
        """Take over what another process made of the same text: its `content`."""
        self._stored |= json.loads(content)
        self._learned = True

    def content(self) -> bytes:
        new = {name: _encode(value) for name, value in self._made.items() if name not in self._stored}
        return json.dumps(self._stored | new, ensure_ascii=False, separators=(",", ":")).encode()


class Cache:
    """What is known of texts; without a file, for this run only.

    `code` identifies the version of the code: results of another version are not used.
    """

    def __init__(self, file: Path | None = None, code: str = "") -> None:
        self._file, self._code = file, code
        self._stored = _read(file, code) if file else {}
        self._used: dict[str, Known] = {}

    def of(self, *parts: str) -> Known:
        """What is known of a text and of all that is beside it."""
        key = hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()
        if key not in self._used:
            self._used[key] = Known(self._stored[key][1]) if key in self._stored else Known()
        return self._used[key]

    def __call__(self, make: Callable[..., Value], *arguments: str | int) -> Value:
        """The result of a pure function of texts and numbers, for texts that nothing else is known of."""
        known = self.of(f"{make.__module__}.{make.__qualname__}", repr(arguments))
        return known("", partial(make, *arguments))

    def save(self) -> None:
        """Store new results for the next run."""
        new = {key: known.content() for key, known in self._used.items() if known.is_new}
        if self._file is None or not new:
            return
        entries = {
            key: (0, new.get(key, content)) if key in self._used else (age + 1, content)
            for key, (age, content) in self._stored.items()
        } | {key: (0, content) for key, content in new.items()}
        lines = (b"%b %d %b" % (key.encode(), age, content) for key, (age, content) in entries.items() if age < MAX_AGE)
        sealed_file.write(self._file, b"\n".join(lines), self._code)


def _read(file: Path, code: str) -> dict[str, tuple[int, bytes]]:
    """Age and results, as JSON, by key; empty where another version of the code made the file, or it is damaged."""
    content = sealed_file.read(file, code)
    lines = (line.split(b" ", 2) for line in content.split(b"\n")) if content else ()
    return {key.decode(): (int(age), results) for key, age, results in lines}


def _encode(value: Any) -> Any:
    """Plain JSON: a list for a tuple, and for an object its class with the values of its fields."""
    if isinstance(value, list | tuple):
        return [_encode(item) for item in value]
    if isinstance(value, dict):
        return {"dict": [[key, _encode(item)] for key, item in value.items()]}
    if is_dataclass(value):
        return {type(value).__name__: [_encode(getattr(value, field.name)) for field in fields(value)]}
    return value


def _decode(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_decode(item) for item in value)
    if isinstance(value, dict):
        [(name, content)] = value.items()
        return _CLASSES[name](*map(_decode, content))
    return value
