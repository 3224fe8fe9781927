"""Lets a reader see either the last good site or the new one, never a part of one.

A build writes into a staging folder next to its destination. Only a whole build takes the destination's place, in
one step where the system exchanges folders, else by two renames. Whatever stops a build, the site that was there
stays there. Files that a build makes again as they were keep their times, and so their ETags.
"""

from __future__ import annotations

import ctypes
import errno
import filecmp
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from handrail.publishing.held_signals import signals_held

MARKER = ".handrail"
MARKER_TEXT = "Built by Handrail. The next build replaces this folder and the files below:\n"
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What a write says on a full disk. It names no file, and is no mistake in one."""
NAMED = 5
"""Foreign files that an error names; there may be thousands."""


class OutputError(Exception):
    """A site cannot be put where it was asked to go. The message says why and what to do."""


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """Yield an empty folder to build in; on a clean exit it becomes `out`, after any exception it is gone.

    Whatever the umask, everybody may read what is built: a server often runs as somebody else.
    Raises OutputError where `out` holds something that a build did not put there, or another build is at work.
    """
    try:
        out = out.resolve()
    except (OSError, RuntimeError):
        raise OutputError(
            f"{out} is a link that leads round in a circle. Delete it, or choose another folder."
        ) from None
    if out.is_mount():
        raise OutputError(f"{out} is a mount point, whose place no other folder can take. Choose a folder inside it.")
    staging, previous = (out.with_name(f".{out.name}.{role}") for role in ("staging", "previous"))
    with _locked(out.with_name(f".{out.name}.lock"), out):
        _repair(out, staging, previous)
        _require_ours(out)
        umask = os.umask(0o022)
        try:
            staging.mkdir()
            yield staging
            if not (staging / MARKER).is_file():  # hooks of another site do not mark it
                mark(staging)
            _require_ours(out)
            if out.exists():
                _keep(staging, out)
            with signals_held():
                _swap(out, staging, previous)
        finally:
            os.umask(umask)
            _remove(staging)


def mark(folder: Path) -> None:
    """Mark a folder as a site of ours, with its files: a build may replace these."""
    text = "\n".join([MARKER_TEXT.rstrip(), *sorted(_files(folder) - {MARKER}), ""])
    (folder / MARKER).write_bytes(text.encode("utf-8", "surrogateescape"))


def _files(folder: Path) -> set[str]:
    """The paths of everything below a folder that is not a folder itself; a link to one is none. Each is a line."""
    root = len(f"{folder}{os.sep}")
    names = ((parent, (*files, *_links(parent, folders))) for parent, folders, files in os.walk(folder))
    paths = (f"{parent}{os.sep}{name}" for parent, some in names for name in some)
    return {path[root:].replace(os.sep, "/").replace("\n", "\\n") for path in paths}


def _links(parent: str, folders: Iterable[str]) -> list[str]:
    """Those of the folders that are links to one."""
    return [name for name in folders if Path(parent, name).is_symlink()]


def _repair(out: Path, staging: Path, previous: Path) -> None:
    """Put right what a killed build left: a half-built site, or a swap that came to its middle."""
    if previous.is_dir() and not previous.is_symlink() and not out.exists():
        previous.rename(out)
    for left_over in (staging, previous):
        _remove(left_over)


def _remove(folder: Path) -> None:
    """Remove a folder that a build made, the parts of it too that somebody has made read-only since.

    Of a link or a file in its place nothing is touched but that.
    """
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
        return
    with suppress(OSError):
        folder.chmod(0o700)
    for parent, folders, _ in os.walk(folder):
        for path in (Path(parent, name) for name in folders):
            if not path.is_symlink():
                path.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)


def _require_ours(out: Path) -> None:
    if out.is_dir():
        if not any(out.iterdir()):
            return
        if (out / MARKER).is_file():
            text = (out / MARKER).read_bytes().decode("utf-8", "surrogateescape")
            listed = text.replace("\r", "").rstrip("\n").split("\n")[1:]
            foreign = sorted(_files(out) - {MARKER, *listed}) if listed else []  # older versions listed nothing
            if foreign:
                more = f" and {len(foreign) - NAMED} more" if len(foreign) > NAMED else ""
                raise OutputError(
                    f"{out} holds files that no build put there: {', '.join(foreign[:NAMED])}{more}. "
                    "Move them away; what every build should publish belongs into the docs folder."
                )
            return
        raise OutputError(
            f"{out} is not empty and was not built by this command, so it is not replaced. "
            "Choose another folder, or remove that one first."
        )
    if out.exists():
        raise OutputError(f"{out} is a file, not a folder. Choose another place for the site.")


def _keep(staging: Path, out: Path) -> None:
    """Give the new site what the old one has: its mode and owner, and the times of files that are the same."""
    old = out.stat()
    staging.chmod(stat.S_IMODE(old.st_mode))
    foreign_owner = hasattr(os, "chown") and (old.st_uid, old.st_gid) != (os.geteuid(), os.getegid())
    for parent, folders, names in os.walk(staging):
        if foreign_owner:
            with suppress(PermissionError):  # only root may give files away
                for name in (".", *folders, *names):
                    os.chown(f"{parent}{os.sep}{name}", old.st_uid, old.st_gid)
        former = out / Path(parent).relative_to(staging)
        for path, before in ((Path(parent, name), former / name) for name in names):
            if before.is_file() and path.is_file() and filecmp.cmp(path, before, shallow=False):
                times = before.stat()
                os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def _swap(out: Path, staging: Path, previous: Path) -> None:
    if out.exists() and _exchange(out, staging):
        return
    if out.exists():
        out.rename(previous)
    try:
        staging.rename(out)
    except OSError:
        if previous.exists():
            previous.rename(out)
        raise
    _remove(previous)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, by renameat2(2) with RENAME_EXCHANGE; False where there is no such step."""
    if sys.platform != "linux" or not hasattr(libc := ctypes.CDLL(None), "renameat2"):
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    return bool(libc.renameat2(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)


@contextmanager
def _locked(path: Path, out: Path) -> Iterator[None]:
    """Hold a lock file that the system lets go of by itself when this process dies."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Neither emptied nor waited for: a project may come with a link or a pipe of this name.
        guards = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | guards, 0o600), "rb")
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
