"""Keeps results for texts between runs, so that an unchanged text is parsed and searched once.

The key is a hash of the function and its arguments, so an entry is never outdated. Each line of the file is an entry:
key, age, and the value as JSON, which is read when it is asked for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar

from handrail.cache import sealed_file
from handrail.checks.cjk_typography import Slip
from handrail.checks.mentions import Mention
from handrail.markdown import nodes
from handrail.secrets.guard import Finding

Value = TypeVar("Value")

MAX_AGE = 8
"""An entry is dropped after this many runs that did not use it. Not every run uses all."""

_CLASSES: dict[str, Callable[..., Any]] = {
    **{cls.__name__: cls for cls in (Finding, Mention, Slip, nodes.Part, *nodes.Element.__args__)},
    "dict": lambda *items: dict(items),
}


class Cache:
    """Calls functions, and remembers their results; without a file, for this run only.

    `code` identifies the version of the code: results of another version are not used.
    """

    def __init__(self, file: Path | None = None, code: str = "") -> None:
        self._file, self._code = file, code
        self._stored = _read(file, code) if file else {}
        self._used: dict[str, Any] = {}
        self._new: dict[str, Any] = {}

    def __call__(self, make: Callable[..., Value], *arguments: str | int) -> Value:
        """The result of a pure function of texts and numbers. Do not modify it. A list may come back as a tuple."""
        key = hashlib.sha256(f"{make.__module__}.{make.__qualname__}{arguments!r}".encode()).hexdigest()
        if key not in self._used and key in self._stored:
            self._used[key] = _decode(json.loads(self._stored[key][1]))
        if key not in self._used:
            self._used[key] = self._new[key] = make(*arguments)
        value: Value = self._used[key]
        return value

    def save(self) -> None:
        """Store new results for the next run."""
        if self._file is None or not self._new:
            return
        ages = {key: 0 if key in self._used else age + 1 for key, (age, _) in self._stored.items()}
        lines = [b"%b %d %b" % (key.encode(), age, self._stored[key][1]) for key, age in ages.items() if age < MAX_AGE]
        lines += [f"{key} 0 {json.dumps(_encode(value))}".encode() for key, value in self._new.items()]
        sealed_file.write(self._file, b"\n".join(lines), self._code)


def _read(file: Path, code: str) -> dict[str, tuple[int, bytes]]:
    """Age and value, as JSON, by key; empty where another version of the code made the file, or it is damaged."""
    content = sealed_file.read(file, code)
    lines = (line.split(b" ", 2) for line in content.split(b"\n")) if content else ()
    return {key.decode(): (int(age), value) for key, age, value in lines}


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
