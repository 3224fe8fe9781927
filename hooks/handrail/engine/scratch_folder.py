"""A folder for what a command makes only to look at. What a killed process leaves of one, the next command removes."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import gettempdir, mkdtemp

PREFIX = "handrail-run-"


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """An empty folder, gone after the block. Raises OSError where there is no place for one."""
    with suppress(OSError):
        _remove_abandoned(Path(gettempdir()))
    folder, lock = _made()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


if sys.platform == "win32":

    def _made() -> tuple[Path, int]:
        return Path(mkdtemp(prefix=PREFIX)), os.open(os.devnull, os.O_RDONLY)

    def _remove_abandoned(parent: Path) -> None:
        """Nothing: Windows locks no folder, so nobody knows whose is in use."""

else:
    import fcntl

    def _made() -> tuple[Path, int]:
        """A folder with the lock on it, of which the system lets go when this process dies."""
        while True:
            folder = Path(mkdtemp(prefix=PREFIX))
            lock = _lock(folder)
            if lock is not None and folder.exists():
                return folder, lock  # else another command took it for abandoned in between

    def _remove_abandoned(parent: Path) -> None:
        for folder in parent.glob(f"{PREFIX}*"):
            lock = _lock(folder)
            if lock is not None:
                shutil.rmtree(folder, ignore_errors=True)
                os.close(lock)

    def _lock(folder: Path) -> int | None:
        """The lock on a folder; none where another process has it, or the folder is not ours to touch."""
        try:
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        except OSError:
            return None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            return None
        return descriptor
