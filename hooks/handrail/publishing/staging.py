"""Lets a reader see either the last good site or the new one, never a part of one.

A build writes into a staging folder next to its destination. Only a whole build takes the destination's
place, by two renames. Whatever stops a build, the site that was there stays there.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MARKER = ".handrail"
MARKER_TEXT = "Built by Handrail. The next build replaces this folder and everything in it.\n"


class OutputError(Exception):
    """A site cannot be put where it was asked to go. The message says why and what to do."""


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """Yield an empty folder to build in; on a clean exit it becomes `out`, after any exception it is gone.

    Raises OutputError where `out` holds something that is not a site of ours, or another build is at work.
    """
    out = out.resolve()
    staging, previous = (out.with_name(f".{out.name}.{role}") for role in ("staging", "previous"))
    with _locked(out.with_name(f".{out.name}.lock"), out):
        _repair(out, staging, previous)
        _require_ours(out)
        staging.mkdir()
        try:
            yield staging
            mark(staging)
            _require_ours(out)
            with _signals_held():
                _swap(out, staging, previous)
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def mark(folder: Path) -> None:
    """Mark a folder as a site of ours: a build may replace it."""
    (folder / MARKER).write_text(MARKER_TEXT, "utf-8")


def _repair(out: Path, staging: Path, previous: Path) -> None:
    """Put right what a killed build left: a half-built site, or a swap that came to its middle."""
    if previous.exists() and not out.exists():
        previous.rename(out)
    for left_over in (staging, previous):
        if left_over.exists():
            shutil.rmtree(left_over)


def _require_ours(out: Path) -> None:
    if out.is_dir():
        if (out / MARKER).is_file() or not any(out.iterdir()):
            return
        raise OutputError(
            f"{out} is not empty and was not built by this command, so it is not replaced. "
            "Choose another folder, or remove that one first."
        )
    if out.exists():
        raise OutputError(f"{out} is a file, not a folder. Choose another place for the site.")


def _swap(out: Path, staging: Path, previous: Path) -> None:
    if out.exists():
        out.rename(previous)
    try:
        staging.rename(out)
    except OSError:
        if previous.exists():
            previous.rename(out)
        raise
    shutil.rmtree(previous, ignore_errors=True)


@contextmanager
def _signals_held() -> Iterator[None]:
    """Let Ctrl-C and termination wait until the block has ended."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread hears signals
        return
    received: list[int] = []
    signals = (signal.SIGINT, signal.SIGTERM)
    handlers = [signal.signal(number, lambda sent, _: received.append(sent)) for number in signals]
    try:
        yield
    finally:
        for held, handler in zip(signals, handlers, strict=True):
            signal.signal(held, handler)
        for number in received:
            signal.raise_signal(number)


@contextmanager
def _locked(path: Path, out: Path) -> Iterator[None]:
    """Hold a lock file that the system lets go of by itself when this process dies."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("wb")
    except OSError as error:
        raise OutputError(f"Cannot write in {path.parent}: {error.strerror}. Choose another place.") from None
    with file:
        try:
            _lock(file.fileno())
            if not path.exists() or path.stat().st_ino != os.fstat(file.fileno()).st_ino:
                raise BlockingIOError  # the build that held it removed it meanwhile
        except OSError:
            raise OutputError(f"Another build is writing to {out}. Wait until it has ended.") from None
        try:
            yield
        finally:
            with suppress(OSError):  # Windows removes no open file: there it stays, empty
                path.unlink()


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
