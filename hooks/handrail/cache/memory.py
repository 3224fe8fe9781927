"""Results by name: each is used again as long as its key, which says all that it was made of, is the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from handrail.cache import sealed_file


class Memory:
    """A folder with a file for each name. `base` is part of every key. Results are plain JSON.

    Without a folder nothing is remembered; one that is `frozen` learns nothing new.
    """

    def __init__(self, folder: Path | None = None, base: str = "", frozen: bool = False) -> None:
        self.folder, self.base, self.frozen = folder, base, frozen
        self._used: set[str] = set()

    def recall(self, name: str, parts: Iterable[str]) -> Any:
        """What was kept; None where nothing was, or it was made of other parts."""
        if self.folder is None:
            return None
        content = sealed_file.read(self._file(name), self._key(name, parts))
        return None if content is None else json.loads(content)

    def keep(self, name: str, parts: Iterable[str], result: Any) -> None:
        if self.folder is not None and not self.frozen:
            content = json.dumps(result, ensure_ascii=False, separators=(",", ":")).encode()
            sealed_file.write(self._file(name), content, self._key(name, parts))

    def forget_unused(self) -> None:
        """Delete the results that nobody asked for: those of pages that are gone."""
        if self.folder is None or self.frozen:
            return
        with suppress(OSError):
            for file in self.folder.iterdir():
                if file.name not in self._used and not file.name.startswith("."):
                    file.unlink()

    def _file(self, name: str) -> Path:
        assert self.folder
        hashed = hashlib.blake2b(name.encode(), digest_size=16).hexdigest()
        self._used.add(hashed)
        return self.folder / hashed

    def _key(self, name: str, parts: Iterable[str]) -> str:
        digest = hashlib.blake2b(digest_size=32)
        for part in (self.base, name, *parts):
            data = part.encode("utf-8", "surrogatepass")
            digest.update(len(data).to_bytes(8, "big") + data)
        return digest.hexdigest()
