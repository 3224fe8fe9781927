"""What was made of a text before: whoever has the same text again need not make it again.

A value is found by a hash of what it was made of and by what, so none is ever out of date. The file that keeps them is
the check's own: whoever may write it may write the code that reads it.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

Value = TypeVar("Value")
Kept = dict[bytes, tuple[int, bytes]]
"""By name: how often it was not asked for since it last was, and the value as bytes."""

FORGOTTEN = 8
"""A value goes when it was not asked for so many times. Not every check asks for all."""


class Cache:
    """Makes values, and knows those that it made before; without a file, those of this time only.

    `code` is another where the code that makes them is another.
    """

    def __init__(self, file: Path | None = None, code: str = "") -> None:
        self._file, self._code = file, code
        self._kept = _read(file, code) if file else {}
        self._asked: dict[bytes, Any] = {}
        self._new: Kept = {}

    def __call__(self, make: Callable[..., Value], *of: str | int) -> Value:
        """What a function makes of texts and numbers, and of nothing else. Nobody may change what comes back."""
        name = hashlib.sha256(f"{make.__module__}.{make.__qualname__}{of!r}".encode()).digest()
        if name not in self._asked:
            if name in self._kept:
                self._asked[name] = pickle.loads(self._kept[name][1])
            else:
                self._asked[name] = made = make(*of)
                self._new[name] = 0, pickle.dumps(made, pickle.HIGHEST_PROTOCOL) if self._file else b""
        value: Value = self._asked[name]
        return value

    def save(self) -> None:
        """Keep what is new for the next time."""
        if self._file is None or not self._new:
            return
        ages = {name: 0 if name in self._asked else age + 1 for name, (age, _) in self._kept.items()}
        kept = {name: (age, self._kept[name][1]) for name, age in ages.items() if age < FORGOTTEN}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_bytes(pickle.dumps((self._code, kept | self._new), pickle.HIGHEST_PROTOCOL))


def _read(file: Path, code: str) -> Kept:
    """Nothing where other code made it, or where it cannot be read, for whatever reason."""
    try:
        made_by, kept = pickle.loads(file.read_bytes())
        return dict(kept) if made_by == code else {}
    except Exception:
        return {}
